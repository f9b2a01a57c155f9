using System.Diagnostics;
using System.Runtime.CompilerServices;
using XttsSaas.Audio.Wav;
using XttsSaas.Cli.Models;
using XttsSaas.Inference.Engine;
using XttsSaas.Xtts;

namespace XttsSaas.Cli.Speech;

/// <summary>Reference recordings and a text become a WAV file.</summary>
internal static class Speaking
{
    /// <exception cref="ModelFormatException">The model is missing or damaged.</exception>
    /// <exception cref="Audio.AudioException">A reference recording cannot be decoded.</exception>
    public static async Task<SpeakingReport> RunAsync(SpeakingJob job, CancellationToken cancellationToken)
    {
        using var model = SpeakingModel.Load(job.Model, job.Folders);
        var engine = model.Engine;
        var started = Stopwatch.GetTimestamp();
        var voice = job.References.Count == 0
            ? model.Voice(job.Voice)
            : engine.ComputeConditioning(await References.DecodeAsync(job.References, engine.Config.ModelArgs.InputSampleRate, cancellationToken));
        var samples = new List<float>();
        var (codes, firstAudio) = (0, TimeSpan.Zero);
        await foreach (var (piece, made) in PiecesAsync(engine, job, voice, cancellationToken))
        {
            if (samples.Count == 0)
                firstAudio = Stopwatch.GetElapsedTime(started);
            samples.AddRange(piece);
            codes += made;
        }
        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        DurableFile.Write(job.Output.FullName, stream => WriteWav(stream, samples, engine.Config.ModelArgs.OutputSampleRate));
        var seconds = (double)samples.Count / engine.Config.ModelArgs.OutputSampleRate;
        return new SpeakingReport(seconds, wall, wall / seconds, firstAudio.TotalMilliseconds, codes, job.Text.Length);
    }

    private static async IAsyncEnumerable<(float[] Samples, int Codes)> PiecesAsync(
        XttsEngine engine, SpeakingJob job, ConditioningLatents voice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new SynthesisRequest(job.Text, job.Language, voice, job.Sampling.For(engine.Config));
        if (job.Stream)
        {
            await foreach (var chunk in engine.Stream(request, cancellationToken: cancellationToken))
                yield return (chunk.Samples, chunk.Codes);
            yield break;
        }
        await foreach (var sentence in engine.Synthesize(request, cancellationToken))
            yield return (sentence.Samples, sentence.Stats.Codes);
    }

    private static void WriteWav(Stream stream, List<float> samples, int sampleRate)
    {
        var writer = new WavWriter(stream, sampleRate);
        writer.Write(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(samples));
        writer.Complete();
    }
}
