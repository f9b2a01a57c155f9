using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Inference.Export;

/// <summary>Turns the tensors of <c>dvae.safetensors</c> into a set of its own: speaking never needs it.</summary>
public static class DvaeExporter
{
    private static readonly GraphFile[] Graphs =
    [
        new(ExportFiles.DvaeEncoder, DvaeEncoderGraph.Build),
        new(ExportFiles.DvaeDecoder, DvaeDecoderGraph.Build),
    ];

    /// <summary>Writes a new folder with encoder, decoder and weights.</summary>
    /// <returns>False when the folder exists already; it is then left as it is.</returns>
    public static bool Export(SafetensorsFile dvae, XttsConfig config, string targetFolder) => Export(dvae, config, targetFolder, withProbes: false);

    internal static bool Export(SafetensorsFile dvae, XttsConfig config, string targetFolder, bool withProbes)
    {
        ArgumentNullException.ThrowIfNull(dvae);
        ArgumentNullException.ThrowIfNull(config);
        return DurableFile.CreateFolder(targetFolder, folder => GraphFile.WriteAll(folder, Graphs, config, dvae, withProbes));
    }
}
