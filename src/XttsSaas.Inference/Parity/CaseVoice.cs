using XttsSaas.Inference.Engine;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Parity;

/// <summary>The voice and the text of a case, as inputs or as its notes describe them.</summary>
internal static class CaseVoice
{
    private const int DefaultSeconds = 6; // in all and per chunk, as the reference's get_conditioning_latents

    /// <summary>Seconds of reference audio used in all, and per chunk.</summary>
    public static (int Total, int Chunk) Lengths(ParityCase test) => test.Notes.Conditioning ?? (DefaultSeconds, DefaultSeconds);

    /// <summary>The latents of the case's recording; they are outputs of the case too where it wants them.</summary>
    public static ConditioningLatents Compute(CaseAnswer answer, ExportedModel model)
    {
        var (test, args) = (answer.Test, model.Config.ModelArgs);
        var (total, chunk) = Lengths(test);
        var options = new ConditioningOptions(total, chunk, test.Notes.MaxReferenceSeconds, NormalisePeaks: false);
        var voice = model.Voices.Encode([Audio(test, args)], options);
        answer.Give("gpt_cond_latents", voice.GptLatents, new TensorShape(1, voice.GptLatents.Length / args.GptNModelChannels, args.GptNModelChannels));
        answer.Give("speaker_embedding", voice.SpeakerEmbedding, new TensorShape(1, voice.SpeakerEmbedding.Length, 1));
        return voice;
    }

    /// <summary>The text ids, tag first; encoded with the pack's vocabulary where the case gives the text in words or asks for its ids.</summary>
    public static int[] TextIds(CaseAnswer answer)
    {
        var test = answer.Test;
        var given = test.HasInput("text_tokens") ? test.InputIds("text_tokens") : null;
        if (given is not null && !test.Wants("text_tokens"))
            return given;
        var text = test.Notes.Text ?? throw new ModelFormatException($"The case {test.Entry.Name} has neither text ids nor a text in its notes.");
        var encoded = test.Pack.LoadVocabulary().Encode(text.Trim().ToLowerInvariant(), test.Notes.Language);
        answer.GiveIntegers("text_tokens", encoded);
        return given ?? encoded;
    }

    private static float[] Audio(ParityCase test, XttsModelArgs args)
    {
        if (test.HasInput("wav22k"))
            return test.Input("wav22k");
        var recording = test.Notes.Recording ?? throw new ModelFormatException($"The case {test.Entry.Name} has neither in.wav22k nor a recording in its notes.");
        return ParityRecording.Load(test.Pack.PathOf(recording), args.InputSampleRate);
    }
}
