using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Parity;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>From a recording and a text to a waveform.</summary>
internal static class SpeechAnswers
{
    public static IEnumerable<ParityOutput> Speech(ParityCase test, ParityModel model)
    {
        using var gradients = no_grad();
        var (gpt, notes, text) = (model.Gpt, test.Notes, Text(test));
        if (test.Wants("text_tokens"))
            yield return ParityOutput.OfIntegers("text_tokens", text);
        var audio = Reference(test, model.Config.ModelArgs.InputSampleRate);
        var latents = ConditioningAnswers.Of(model, audio, notes.Conditioning ?? ConditioningAnswers.Defaults);
        var speaker = SpeakerAnswers.Of(model, audio);
        var codes = new GreedyDecoder(gpt, model.Dimensions)
            .Decode(latents, text, notes.RepetitionPenalty ?? 1, notes.MaxCodes ?? model.Config.ModelArgs.MaxNewCodes);
        if (test.Wants("codes"))
            yield return ParityOutput.OfIntegers("codes", codes.Codes);
        if (test.Wants("margin"))
            yield return ParityOutput.Of("margin", codes.Margins);

        var hidden = gpt.Latents(latents, text, codes.Codes); // [1, codes, channels]
        var wave = model.Vocoder.Forward(hidden, speaker.squeeze(-1)); // [1, 1, samples]
        var found = new TensorTrace();
        found.Record("gpt_cond_latents", latents);
        found.Record("speaker_embedding", speaker);
        found.Record("gpt_latents", hidden);
        found.Record("wav", wave);
        if (notes.Speed is { } speed)
            found.Record("wav_speed", model.Vocoder.Forward(Vocoder.Stretch(hidden, 1 / speed), speaker.squeeze(-1)));
        foreach (var output in ParityAnswer.Of(test, found))
            yield return output;
    }

    /// <summary>Speech is made from trimmed lower-case text.</summary>
    private static int[] Text(ParityCase test) =>
        test.HasInput("text_tokens") ? test.InputIds("text_tokens")
        : test.Notes.Text is { } text ? test.Pack.LoadVocabulary().Encode(text.Trim().ToLowerInvariant(), test.Notes.Language)
        : throw new ModelFormatException($"The parity case {test.Entry.Name} has no text: neither an input text_tokens nor a note text='…'.");

    private static float[] Reference(ParityCase test, int sampleRate)
    {
        if (test.HasInput("wav22k"))
            return test.Input("wav22k");
        var name = test.Notes.Recording
            ?? throw new ModelFormatException($"The parity case {test.Entry.Name} has no reference audio: neither an input wav22k nor a note of a WAV file.");
        var audio = ParityRecording.Load(test.Pack.PathOf(name), sampleRate);
        return audio[..Math.Min(audio.Length, test.Notes.MaxReferenceSeconds * sampleRate)];
    }
}
