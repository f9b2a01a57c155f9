using System.Buffers.Binary;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Audio.Wav;

namespace XttsSaas.Silo.Inference;

/// <summary>Cuts a sentence's samples into chunks that are small enough to cross a grain call.</summary>
internal static class PcmChunks
{
    /// <summary>One second of speech.</summary>
    public const int MaxSamples = SpeechChunk.SampleRate;

    /// <summary>PCM16 little-endian of samples in [-1, 1]; only the last chunk delivers the sentence's characters.</summary>
    public static IEnumerable<SpeechChunk> Cut(float[] samples, int deliveredBefore, int deliveredAfter)
    {
        for (var start = 0; start < samples.Length; start += MaxSamples)
        {
            var count = Math.Min(MaxSamples, samples.Length - start);
            var pcm = new byte[2 * count];
            for (var i = 0; i < count; i++)
                BinaryPrimitives.WriteInt16LittleEndian(pcm.AsSpan(2 * i), WavWriter.Quantize(samples[start + i]));
            yield return new SpeechChunk(pcm, start + count == samples.Length ? deliveredAfter : deliveredBefore);
        }
    }
}
