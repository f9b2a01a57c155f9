using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>An exported DVAE, loaded: mel spectrograms to audio codes and back.</summary>
internal sealed class DvaeCodec(string folder, EngineOptions options) : IDisposable
{
    private readonly OnnxModel _encoder = new(Path.Combine(folder, ExportFiles.DvaeEncoder), options);
    private readonly OnnxModel _decoder = new(Path.Combine(folder, ExportFiles.DvaeDecoder), options);

    /// <summary>The encoder with its intermediate values.</summary>
    public OnnxModel Probes { get; } = new(Path.Combine(folder, ExportFiles.Probed(ExportFiles.DvaeEncoder)), options);

    /// <summary>Codes [batch, codes] of a normalised log mel [batch, mels, frames].</summary>
    public (long[] Codes, TensorShape Shape) Encode(float[] mel, TensorShape shape)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(mel, shape.ToArray());
        using var results = _encoder.Run([DvaeEncoderGraph.Mel], [input], [DvaeEncoderGraph.Codes]);
        return (results[0].GetTensorDataAsSpan<long>().ToArray(), new TensorShape(results[0].GetTensorTypeAndShape().Shape));
    }

    /// <summary>The mel [batch, mels, frames] that codes [batch, codes] stand for.</summary>
    public (float[] Mel, TensorShape Shape) Decode(long[] codes, TensorShape shape)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(codes, shape.ToArray());
        using var results = _decoder.Run([DvaeDecoderGraph.Codes], [input], [DvaeDecoderGraph.Mel]);
        return (results[0].GetTensorDataAsSpan<float>().ToArray(), new TensorShape(results[0].GetTensorTypeAndShape().Shape));
    }

    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
        Probes.Dispose();
    }
}
