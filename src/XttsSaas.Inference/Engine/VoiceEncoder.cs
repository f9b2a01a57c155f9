using System.Numerics.Tensors;
using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Inference.Engine;

/// <summary>
/// Reference audio to conditioning latents, as the reference does: one speaker embedding per clip, averaged without renormalising; the
/// clips one after another give the GPT latents, chunk by chunk, averaged.
/// </summary>
internal sealed class VoiceEncoder(OnnxModel conditioning, OnnxModel speakerEncoder, EmbeddingTables tables, XttsModelArgs args)
{
    private const float NormalisedPeak = 0.75f;

    /// <param name="references">Mono clips at the model's input rate, samples in [-1, 1].</param>
    /// <param name="options">Which parts of the clips count.</param>
    /// <exception cref="ArgumentException">No clip, or none that is long enough.</exception>
    public ConditioningLatents Encode(IReadOnlyList<float[]> references, ConditioningOptions options)
    {
        if (references.Count == 0)
            throw new ArgumentException("A voice needs at least one reference clip.", nameof(references));
        var embedding = new float[args.DVectorDim];
        var audio = new List<float>();
        foreach (var reference in references)
        {
            var clip = Prepare(reference, options);
            TensorPrimitives.Add(embedding, SpeakerEmbedding(clip), embedding);
            audio.AddRange(clip);
        }
        TensorPrimitives.Divide(embedding, references.Count, embedding);
        return new ConditioningLatents(GptLatents([.. audio], options.TotalSeconds, options.ChunkSeconds), embedding);
    }

    /// <summary>The unit speaker embedding [d_vector] of one reference.</summary>
    public float[] Embedding(float[] reference, ConditioningOptions options) => SpeakerEmbedding(Prepare(reference, options));

    /// <summary>The unit speaker embedding [d_vector] of one clip, as it is.</summary>
    public float[] SpeakerEmbedding(float[] clip)
    {
        ConditioningChunks.ThrowIfTooShort(clip.Length, args.InputSampleRate);
        var mel = FrontEnds.Speaker(Resampler.Resample(clip, args.InputSampleRate, MelSettings.Speaker.SampleRate));
        return speakerEncoder.Run(SpeakerEncoderGraph.Embedding, (SpeakerEncoderGraph.Mel, mel.Values, [1, mel.Mels, mel.Frames]));
    }

    /// <summary>Mean GPT latents [latents, C] over chunks of <paramref name="chunkSeconds"/>; chunks under 0.33 s are skipped.</summary>
    public float[] GptLatents(float[] audio, int totalSeconds, int chunkSeconds)
    {
        var chunks = ConditioningChunks.Of(audio.Length, args.InputSampleRate, totalSeconds, chunkSeconds);
        var mean = ChunkLatents(audio.AsSpan(chunks[0]));
        foreach (var chunk in chunks.Skip(1))
            TensorPrimitives.Add(mean, ChunkLatents(audio.AsSpan(chunk)), mean);
        TensorPrimitives.Divide(mean, chunks.Count, mean);
        return mean;
    }

    private float[] ChunkLatents(ReadOnlySpan<float> audio)
    {
        var mel = FrontEnds.Style(audio, tables.MelStats);
        return conditioning.Run(ConditioningGraph.Latents, (ConditioningGraph.Mel, mel.Values, [1, mel.Mels, mel.Frames]));
    }

    private float[] Prepare(float[] reference, ConditioningOptions options)
    {
        var clip = reference.AsSpan(0, Math.Min(reference.Length, options.MaxReferenceSeconds * args.InputSampleRate)).ToArray();
        if (options.NormalisePeaks && clip.Length > 0 && Math.Abs(TensorPrimitives.MaxMagnitude<float>(clip)) is > 0 and var peak)
            TensorPrimitives.Multiply(clip, NormalisedPeak / peak, clip);
        return clip;
    }
}
