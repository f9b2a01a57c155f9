using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Inference.Measurement;

/// <summary>
/// One sentence, stage by stage. A stage runs when it is asked for, so that whoever measures memory can look before and after it. Graphs
/// are loaded and warmed up first; the sentence has a fixed number of codes, whatever the weights would like.
/// </summary>
public static class SynthesisMeasurement
{
    private const int WarmUpCodes = 4;
    private static readonly SamplingOptions Sampling = new(Seed: 1);

    /// <param name="exportFolder">The model.</param>
    /// <param name="text">One sentence.</param>
    /// <param name="referenceSeconds">Length of the reference audio, which is noise.</param>
    /// <param name="codes">Codes to decode; a code is 46 ms of speech.</param>
    /// <param name="options">How the engine uses the machine.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the measurement between two codes.</param>
    public static IEnumerable<MeasuredStage> Run(string exportFolder, string text, double referenceSeconds, int codes, EngineOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        using var model = new ExportedModel(exportFolder, options, time);
        var (args, reference) = (model.Config.ModelArgs, Noise((int)(referenceSeconds * model.Config.ModelArgs.InputSampleRate)));
        var (voices, speaker) = (model.Voices, model.Speaker);
        var ids = model.Tokenizer.Encode(text, "en");

        var (voice, loading) = Timed(() =>
        {
            var warm = voices.Encode([reference], ConditioningOptions.Of(model.Config));
            var spoken = speaker.Generate(Task(warm, WarmUpCodes), cancellationToken);
            speaker.Decode(spoken.Hidden, Task(warm, WarmUpCodes));
            return warm;
        });
        yield return loading with { Name = "load" };
        yield return Timed(() => voices.GptLatents(reference, model.Config.GptCondLen, model.Config.GptCondChunkLen)).Stage with { Name = "conditioning" };
        yield return Timed(() => voices.SpeakerEmbedding(reference)).Stage with { Name = "speaker embedding" };

        using var steps = speaker.Steps(Task(voice, codes), cancellationToken).GetEnumerator();
        yield return Timed(steps.MoveNext).Stage with { Name = "prefill" };
        var hidden = new List<float>(steps.Current.Hidden); // [codes, C]
        var runs = new List<TimeSpan>();
        while (Timed(steps.MoveNext) is (true, var step))
        {
            runs.AddRange(step.Runs);
            hidden.AddRange(steps.Current.Hidden);
        }
        yield return new MeasuredStage("decode", runs);
        var (samples, vocoder) = Timed(() => speaker.Decode([.. hidden], Task(voice, codes)));
        yield return vocoder with { Name = "vocoder", Samples = samples.Length };

        SentenceTask Task(ConditioningLatents of, int count) => new(ids, of, Sampling with { MinCodes = count }, count);

        (T Result, MeasuredStage Stage) Timed<T>(Func<T> work)
        {
            var started = time.GetTimestamp();
            var result = work();
            return (result, new MeasuredStage("", [time.GetElapsedTime(started)]));
        }
    }

    private static float[] Noise(int samples)
    {
        var noise = new float[samples];
        WeightFormula.Fill(noise, "reference", offset: 0, scale: 0.3);
        return noise;
    }
}
