using System.Text.Json;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Tests.Golden;

/// <summary>The golden pack's tiny model: weights by the formula, written as a checkpoint, exported, loaded.</summary>
public sealed class TinyModel : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-tiny-");

    public TinyModel()
    {
        var config = XttsConfig.Full with
        {
            ModelArgs = XttsConfig.Full.ModelArgs with
            {
                GptLayers = 3, GptNModelChannels = 64, GptNHeads = 4, DecoderInputDim = 64, GptStartTextToken = 261, GptStopTextToken = 0,
            },
        };
        var checkpoint = Path.Combine(_folder.FullName, "checkpoint");
        CheckpointWriter.Write(checkpoint, new CheckpointContent(
            new ModelOrigin("tiny", "test", CommercialUse: false), config, Vocabulary(config.ModelArgs.GptNumberTextTokens), GoldenPack.Weights("tiny_state_dict.tsv"), Dvae: null));
        Folder = Path.Combine(_folder.FullName, "export");
        OnnxExporter.Export(checkpoint, Folder);
        Engine = XttsEngine.Load(Folder, new EngineOptions(IntraOpThreads: 2));
        Tables = new EmbeddingTables(Path.Combine(Folder, ExportFiles.Tables), config.ModelArgs.GptNModelChannels);
        Conditioning = Load(ExportFiles.Conditioning);
        SpeakerEncoder = Load(ExportFiles.SpeakerEncoder);
        Gpt = Load(ExportFiles.Gpt);
        Vocoder = Load(ExportFiles.Vocoder);
    }

    public string Folder { get; }

    public XttsEngine Engine { get; }

    internal EmbeddingTables Tables { get; }

    internal OnnxModel Conditioning { get; }

    internal OnnxModel SpeakerEncoder { get; }

    internal OnnxModel Gpt { get; }

    internal OnnxModel Vocoder { get; }

    public void Dispose()
    {
        foreach (var model in (OnnxModel[])[Conditioning, SpeakerEncoder, Gpt, Vocoder])
            model.Dispose();
        Engine.Dispose();
        _folder.Delete(recursive: true);
    }

    private OnnxModel Load(string file) => new(Path.Combine(Folder, file), new EngineOptions(IntraOpThreads: 2));

    private static byte[] Vocabulary(int size)
    {
        var ids = new Dictionary<string, int> { ["[STOP]"] = 0, ["[UNK]"] = 1, ["[SPACE]"] = 2, ["[START]"] = 261, [$"last{size}"] = size - 1 };
        return JsonSerializer.SerializeToUtf8Bytes(new { model = new { type = "BPE", vocab = ids, merges = Array.Empty<string>() } });
    }
}
