using System.Globalization;
using System.Text.RegularExpressions;
using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Parity;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>The GPT when it speaks.</summary>
internal static partial class GptAnswers
{
    /// <summary>The inside of the first step: hidden states, keys and values.</summary>
    public static IEnumerable<ParityOutput> Inside(ParityCase test, ParityModel model)
    {
        using var gradients = no_grad();
        var (gpt, trace) = (model.Gpt, new TensorTrace());
        var start = gpt.EmbedCodes([model.Dimensions.StartAudio], position: 0);
        var caches = gpt.NewCaches();
        var hidden = gpt.Continue(cat([gpt.Prefix(model.Input(test, "gpt_cond_latents"), test.InputIds("text_tokens")), start], 1), caches, trace);
        foreach (var name in test.Outputs.Keys)
        {
            if (Hidden().Match(name) is { Success: true } state && trace.Tensors.GetValueOrDefault(state.Groups[1].Value) is { } kept)
                yield return ParityAnswer.Of(test, name, kept);
            else if (Cached().Match(name) is { Success: true } cached && Number(cached, "layer") < caches.Count)
                yield return ParityAnswer.Of(test, name, Cache(caches[Number(cached, "layer")], cached));
        }

        foreach (var cache in caches)
            cache.Dispose();
        if (test.Wants("final_norm"))
            yield return ParityAnswer.Of(test, "final_norm", hidden);
        if (test.Wants("logits_last"))
            yield return ParityAnswer.Of(test, "logits_last", gpt.AudioLogits(hidden.select(1, hidden.shape[1] - 1)));
    }

    /// <summary>From audio and text to codes, chosen greedily, and to what the vocoder takes.</summary>
    public static IEnumerable<ParityOutput> Inference(ParityCase test, ParityModel model)
    {
        using var gradients = no_grad();
        var (gpt, text, audio) = (model.Gpt, test.InputIds("text_tokens"), test.Input("wav22k"));
        var latents = ConditioningAnswers.Of(model, audio, test.Notes.Conditioning ?? ConditioningAnswers.Defaults);
        if (test.Wants("gpt_cond_latents"))
            yield return ParityAnswer.Of(test, "gpt_cond_latents", latents);
        if (test.Wants("speaker_embedding"))
            yield return ParityAnswer.Of(test, "speaker_embedding", SpeakerAnswers.Of(model, audio));
        if (test.Wants("prefix_emb_last"))
            yield return ParityAnswer.Of(test, "prefix_emb_last", Last(gpt.Prefix(latents, text), test.ExpectedShape("prefix_emb_last")[1]));

        var decoder = new GreedyDecoder(gpt, model.Dimensions);
        var greedy = new GreedyAnswers(penalty =>
            decoder.Decode(latents, text, penalty, test.Notes.MaxCodes ?? model.Config.ModelArgs.MaxNewCodes));
        foreach (var output in greedy.Of(test, (int)latents.shape[1] + text.Length + 2, model.Dimensions.StartAudio))
            yield return output;
        if (test.Wants("gpt_latents"))
            yield return ParityAnswer.Of(test, "gpt_latents", gpt.Latents(latents, text, greedy.Decoded(1).Codes));
    }

    private static Tensor Last(Tensor embeddings, long count) => embeddings.narrow(1, embeddings.shape[1] - count, count);

    private static Tensor Cache(KeyValueCache cache, Match match) =>
        (match.Groups["part"].Value == "key" ? cache.Keys : cache.Values).select(1, Number(match, "head")); // [1, positions, width]

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(hidden_\d+)(?:_input|_after_ln_f)?$")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"^layer(?<layer>\d+)_(?<part>key|value)_head(?<head>\d+)$")]
    private static partial Regex Cached();
}
