using TorchSharp;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Text;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>
/// A batch from recordings and texts, as the reference's data set makes it for evaluation: clips that break a rule are dropped, the first
/// 4.5 s (or half) of each is its prompt, and codes come from the padded rows of the whole batch.
/// </summary>
internal static class BatchAnswers
{
    private static readonly ClipLimits Limits = new();

    public static IEnumerable<ParityOutput> Batch(ParityCase test, ParityModel model)
    {
        using var gradients = no_grad();
        var clips = Clips(test, model.Config.ModelArgs.InputSampleRate);
        var prompts = clips.Select(clip => PromptSegment.ForValidation(clip.Audio.Length)).ToArray();
        var (longest, longestText) = (clips.Max(clip => clip.Audio.Length), clips.Max(clip => clip.Text.Length));
        var codec = new AudioCodec(model.DvaeEncoder, model.MelStats);
        var codes = clips.Select(clip => codec.Encode(Padded(clip.Audio, longest))).ToArray();
        int[] lengths = [.. clips.Select(clip => clip.Audio.Length)];
        var integers = new Dictionary<string, IEnumerable<int>>
        {
            ["text_inputs"] = clips.SelectMany(clip => clip.Text.Concat(Enumerable.Repeat(0, longestText - clip.Text.Length))),
            ["text_lengths"] = clips.Select(clip => clip.Text.Length),
            ["wav_lengths"] = lengths,
            ["cond_idxs"] = prompts.SelectMany(range => new[] { range.Start, range.End }),
            ["audio_codes"] = codes.SelectMany(row => row),
        };
        foreach (var (name, values) in integers.Where(entry => test.Wants(entry.Key)))
            yield return ParityOutput.OfIntegers(name, values);

        var mels = PromptMels(model, clips, prompts);
        foreach (var name in test.Outputs.Keys)
        {
            if (name == "cond_mels" || EveryNth(name) is not null)
                yield return ParityAnswer.Of(test, name, mels.slice(2, 0, mels.shape[2], EveryNth(name) ?? 1).unsqueeze(1));
        }

        var batch = new GptBatch([.. clips.Select(clip => clip.Text)], codes, lengths, mels, prompts);
        foreach (var output in Losses(test, model.Gpt.Forward(batch), "").Concat(Losses(test, model.Gpt.Forward(batch with { PromptRanges = null }), "_evalstep")))
            yield return output;
    }

    private static List<Clip> Clips(ParityCase test, int sampleRate)
    {
        var (names, texts) = (test.Notes.Recordings, test.Notes.Texts);
        if (names.Count == 0 || names.Count != texts.Count)
            throw new ModelFormatException($"The parity case {test.Entry.Name} notes {names.Count} recordings and {texts.Count} texts; a batch needs as many of each.");
        var tokenizer = test.Pack.LoadVocabulary();
        var clips = new List<Clip>();
        foreach (var (name, text) in names.Zip(texts))
        {
            if (Ids(tokenizer, text, test.Notes.Language) is { } ids && Audio(test.Pack.PathOf(name), sampleRate) is { } audio)
                clips.Add(new Clip(ids, audio));
        }

        return clips.Count > 0 ? clips : throw new ModelFormatException($"The parity case {test.Entry.Name} has no usable clip.");
    }

    private static int[]? Ids(XttsTokenizer tokenizer, string text, string language)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var ids = tokenizer.Encode(text, language);
        return ids.Length <= Limits.MaxTextTokens && !ids.Contains(tokenizer.UnknownId) && !ids.Contains(tokenizer.StopId) ? ids : null;
    }

    private static float[]? Audio(string path, int sampleRate)
    {
        try
        {
            var audio = ParityRecording.Load(path, sampleRate);
            return audio.Length >= Limits.MinSeconds * sampleRate && audio.Length <= Limits.MaxSamples ? audio : null;
        }
        catch (ModelFormatException)
        {
            return null; // the reference drops what it cannot read
        }
    }

    private static Tensor PromptMels(ParityModel model, List<Clip> clips, SampleRange[] prompts)
    {
        var mels = clips.Zip(prompts, (clip, range) =>
            FrontEnds.Style(Padded(clip.Audio.AsSpan(range.Start, range.Length), PromptSegment.PaddedLength), model.MelStats)).ToArray();
        return model.Tensor([.. mels.SelectMany(mel => mel.Values)], mels.Length, mels[0].Mels, mels[0].Frames);
    }

    private static IEnumerable<ParityOutput> Losses(ParityCase test, GptOutput output, string suffix)
    {
        var found = new TensorTrace();
        found.Record("loss_text" + suffix, output.LossText);
        found.Record("loss_mel" + suffix, output.LossAudio);
        return ParityAnswer.Of(test, found);
    }

    private static int? EveryNth(string name) =>
        name.StartsWith("cond_mels_every", StringComparison.Ordinal) && name.EndsWith("th_frame", StringComparison.Ordinal)
            ? ParityAnswer.NumberAfter(name[..^"th_frame".Length], "cond_mels_every") : null;

    private static float[] Padded(ReadOnlySpan<float> samples, int length)
    {
        var padded = new float[length];
        samples.CopyTo(padded);
        return padded;
    }

    private sealed record Clip(int[] Text, float[] Audio);
}
