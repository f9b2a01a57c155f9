using System.Globalization;
using System.Text.RegularExpressions;
using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>Conditioning encoder and perceiver.</summary>
internal static partial class ConditioningAnswers
{
    /// <summary>What the reference takes where a case does not say it: 6 s at most, in one chunk.</summary>
    public static readonly (int Total, int Chunk) Defaults = (6, 6);

    public static IEnumerable<ParityOutput> Encoder(ParityCase test, ParityModel model)
    {
        using var gradients = no_grad();
        var (gpt, mel, trace) = (model.Gpt, model.Input(test, "mel"), new TensorTrace());
        var encoded = gpt.EncodePrompt(mel, trace);
        foreach (var output in ParityAnswer.Of(test, trace, "enc_"))
            yield return output;
        if (test.Wants("enc"))
            yield return ParityAnswer.Of(test, "enc", encoded);
        var latents = gpt.Condition(mel); // [1, latents, channels]
        if (test.Wants("perceiver"))
            yield return ParityAnswer.Of(test, "perceiver", latents);
        if (test.Wants("style_emb"))
            yield return ParityAnswer.Of(test, "style_emb", latents.transpose(1, 2));
    }

    public static IEnumerable<ParityOutput> Latents(ParityCase test, ParityModel model)
    {
        var lengths = test.Notes.Conditioning ?? Defaults;
        var latents = Of(model, test.Input("wav22k"), lengths);
        foreach (var name in test.Outputs.Keys)
            yield return ParityAnswer.Of(test, name, latents);
    }

    public static IEnumerable<ParityOutput> ChunkedLatents(ParityCase test, ParityModel model)
    {
        foreach (var name in test.Outputs.Keys)
        {
            if (Lengths().Match(name) is not { Success: true } match)
                continue;
            var lengths = (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
            yield return ParityAnswer.Of(test, name, Of(model, test.Input("wav22k"), lengths));
        }
    }

    /// <summary>Mean latents [1, latents, channels] over the chunks of audio at the model's input rate.</summary>
    public static Tensor Of(ParityModel model, float[] audio, (int Total, int Chunk) seconds)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var gpt = model.Gpt;
        var chunks = ConditioningChunks.Of(audio.Length, model.Config.ModelArgs.InputSampleRate, seconds.Total, seconds.Chunk);
        var latents = chunks.Select(chunk =>
        {
            var mel = FrontEnds.Style(audio.AsSpan(chunk), model.MelStats);
            return gpt.Condition(model.Tensor(mel.Values, 1, mel.Mels, mel.Frames));
        });
        return cat([.. latents], 0).mean([0L], keepdim: true).MoveToOuterDisposeScope();
    }

    [GeneratedRegex(@"^len(\d+)_chunk(\d+)$")]
    private static partial Regex Lengths();
}
