using System.Numerics.Tensors;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Engine;

/// <summary>Embedding tables and mel statistics of an exported set. Positions count from 0 at each part's start token.</summary>
internal sealed class EmbeddingTables
{
    private readonly int _channels;
    private readonly float[] _text;
    private readonly float[] _textPositions;
    private readonly float[] _codes;
    private readonly float[] _codePositions;

    public EmbeddingTables(string path, int channels)
    {
        using var file = SafetensorsFile.Open(path);
        _channels = channels;
        _text = file.ReadSingle("gpt.text_embedding.weight");
        _textPositions = file.ReadSingle("gpt.text_pos_embedding.emb.weight");
        _codes = file.ReadSingle("gpt.mel_embedding.weight");
        _codePositions = file.ReadSingle("gpt.mel_pos_embedding.emb.weight");
        MelStats = file.ReadSingle(TensorNames.MelStats);
    }

    public float[] MelStats { get; }

    /// <summary>Writes text id + position to <paramref name="target"/> [C].</summary>
    public void Text(int id, int position, Span<float> target) => TensorPrimitives.Add(Row(_text, id), Row(_textPositions, position), target);

    /// <summary>Writes audio code + position to <paramref name="target"/> [C].</summary>
    public void Code(int code, int position, Span<float> target) => TensorPrimitives.Add(Row(_codes, code), Row(_codePositions, position), target);

    private ReadOnlySpan<float> Row(float[] table, int row) => table.AsSpan(row * _channels, _channels);
}
