using System.Text.RegularExpressions;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>
/// Text and a recording to samples: at once (<c>wav</c>), sped up (<c>wav_speed</c>), and in chunks (<c>stream…_wav</c> and
/// <c>stream…_chunk_lens</c>, whose settings the notes give by the stream's name).
/// </summary>
internal static partial class SpeechCase
{
    private const double ReferencePenalty = 10; // default of the reference's inference call

    public static void Compute(CaseAnswer answer, ExportedModel model)
    {
        var (test, args) = (answer.Test, model.Config.ModelArgs);
        var ids = CaseVoice.TextIds(answer);
        var voice = CaseVoice.Compute(answer, model);
        var sampling = new SamplingOptions(DoSample: false, RepetitionPenalty: test.Notes.RepetitionPenalty ?? ReferencePenalty);
        var sentence = new SentenceTask(ids, voice, sampling, test.Notes.MaxCodes ?? args.MaxNewCodes);
        var steps = model.Speaker.Steps(sentence, CancellationToken.None).ToList();
        float[] hidden = [.. steps.SelectMany(step => step.Hidden)];
        answer.GiveIntegers("codes", steps.Select(step => step.Code));
        answer.Give("margin", [.. steps.Select(GenerationCase.Margin)], new TensorShape(1, steps.Count));
        answer.Give("gpt_latents", hidden, new TensorShape(1, steps.Count, args.GptNModelChannels));
        if (test.Wants("wav"))
            answer.Give("wav", model.Speaker.Decode(hidden, sentence));
        if (test.Wants("wav_speed"))
            answer.Give("wav_speed", model.Speaker.Decode(hidden, AtSpeed(sentence, test.Notes)));
        foreach (var stream in test.Outputs.Keys.Select(name => StreamName().Match(name)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct())
            Stream(answer, model, sentence, stream);
    }

    /// <summary>Streaming always samples, so that only top-k 1 makes it greedy; ours takes the same way.</summary>
    private static void Stream(CaseAnswer answer, ExportedModel model, SentenceTask sentence, string stream)
    {
        var notes = answer.Test.Notes;
        var defaults = new StreamOptions();
        var (codes, overlap, withSpeed) = notes.Stream(stream) ?? (defaults.ChunkCodes, defaults.OverlapSamples, false);
        sentence = sentence with { Sampling = sentence.Sampling with { DoSample = true, TopK = 1 } };
        var chunks = model.Speaker
            .Stream(withSpeed ? AtSpeed(sentence, notes) : sentence, new StreamOptions(codes, overlap) { AsReference = true }, CancellationToken.None)
            .Select(chunk => chunk.Samples).ToList();
        answer.GiveIntegers(stream + "_chunk_lens", chunks.Select(chunk => chunk.Length));
        answer.Give(stream + "_wav", [.. chunks.SelectMany(chunk => chunk)]);
    }

    private static SentenceTask AtSpeed(SentenceTask sentence, ParityNotes notes) =>
        sentence with { Sampling = sentence.Sampling with { Speed = notes.Speed ?? 1 } };

    [GeneratedRegex(@"^(stream\w*?)_(?:wav|chunk_lens)$")]
    private static partial Regex StreamName();
}
