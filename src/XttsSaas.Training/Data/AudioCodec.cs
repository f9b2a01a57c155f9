using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Data;

/// <summary>Recordings at 22,050 Hz to audio codes: DVAE mel, DVAE encoder.</summary>
public sealed class AudioCodec(DvaeEncoder encoder, float[] melStats)
{
    /// <summary>The codes of one clip, one per 1,024 samples, the last one for the rest.</summary>
    public int[] Encode(float[] samples, int samplesPerCode)
    {
        var codes = Encode(samples);
        // The mel has a frame more than its samples fill, so there may be one code more than the clip needs.
        return codes[..AlignedSequences.CodeCount(samples.Length, samplesPerCode)];
    }

    /// <summary>All codes that the encoder gives for <paramref name="samples"/>.</summary>
    public int[] Encode(float[] samples)
    {
        using var scope = NewDisposeScope();
        var mel = FrontEnds.Dvae(samples, melStats);
        var codes = encoder.Encode(tensor(mel.Values, [1, mel.Mels, mel.Frames]));
        return [.. codes.Cast<long>().Select(code => (int)code)];
    }
}
