using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Inference.Engine;

/// <summary>
/// One sequence in the GPT with its key-value cache. Each step takes embeddings [n, C] and gives the hidden state and the scores of the
/// last position; the present keys and values of a step are the past of the next one.
/// </summary>
internal sealed class GptSession : IDisposable
{
    private readonly OnnxModel _model;
    private readonly int _channels;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly List<OrtValue> _empty = [];
    private IDisposableReadOnlyCollection<OrtValue>? _present;

    public GptSession(OnnxModel model, XttsModelArgs args)
    {
        _model = model;
        _channels = args.GptNModelChannels;
        var layers = Enumerable.Range(0, args.GptLayers).ToList();
        _inputNames = [GptGraph.Embeddings, .. layers.SelectMany(layer => new[] { GptGraph.PastKey(layer), GptGraph.PastValue(layer) })];
        _outputNames = [GptGraph.Hidden, GptGraph.Logits, .. layers.SelectMany(layer => new[] { GptGraph.PresentKey(layer), GptGraph.PresentValue(layer) })];
        for (var i = 1; i < _inputNames.Length; i++)
        {
            long[] shape = [1, args.GptNHeads, 0, args.GptHeadChannels];
            _empty.Add(OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float, shape));
        }
    }

    /// <summary>Appends positions; <paramref name="hidden"/> [C] receives the last one's hidden state.</summary>
    /// <returns>The last position's scores over the audio codes, a copy.</returns>
    public float[] Step(float[] embeddings, Span<float> hidden)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(embeddings, [1, embeddings.Length / _channels, _channels]);
        IEnumerable<OrtValue> past = _present is null ? _empty : _present.Skip(2);
        var results = _model.Run(_inputNames, [input, .. past], _outputNames);
        _present?.Dispose();
        _present = results;
        results[0].GetTensorDataAsSpan<float>()[^_channels..].CopyTo(hidden);
        return results[1].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        _present?.Dispose();
        _empty.ForEach(value => value.Dispose());
    }
}
