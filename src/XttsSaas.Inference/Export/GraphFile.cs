using XttsSaas.Inference.Graphs;
using XttsSaas.Inference.Onnx;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Inference.Export;

/// <summary>One graph of a set: the name of its file, and how it is built.</summary>
internal sealed record GraphFile(string Name, Func<ModelGraph, byte[]> Build)
{
    /// <summary>
    /// Writes graphs and, beside them, the weights that they share. Weights pass through memory one tensor at a time;
    /// <paramref name="withProbes"/> adds the graphs' twins for checks.
    /// </summary>
    public static void WriteAll(string folder, IReadOnlyList<GraphFile> graphs, XttsConfig config, SafetensorsFile tensors, bool withProbes) =>
        DurableFile.Write(Path.Combine(folder, ExportFiles.Weights), stream =>
        {
            var weights = new ExternalWeightWriter(stream, ExportFiles.Weights);
            foreach (var graph in graphs)
            {
                Write(graph, graph.Name, probes: false);
                if (withProbes)
                    Write(graph, ExportFiles.Probed(graph.Name), probes: true);
            }

            void Write(GraphFile graph, string file, bool probes) => DurableFile.Write(
                Path.Combine(folder, file), graph.Build(new ModelGraph(Path.GetFileNameWithoutExtension(file), config, tensors, weights, probes)));
        });
}
