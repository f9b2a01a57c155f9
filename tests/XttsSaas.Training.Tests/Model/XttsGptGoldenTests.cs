using TorchSharp;
using XttsSaas.Tests.Golden;
using XttsSaas.Training.Model;

namespace XttsSaas.Training.Tests.Model;

public sealed class XttsGptGoldenTests
{
    private static readonly string[] Checked =
    [
        "text_embedding.weight", "mel_embedding.weight", "mel_pos_embedding.emb.weight", "text_pos_embedding.emb.weight",
        "gpt.h.0.ln_1.weight", "gpt.h.0.attn.c_attn.weight", "gpt.h.1.mlp.c_fc.weight", "gpt.h.2.attn.c_proj.bias",
        "gpt.h.2.mlp.c_proj.weight", "gpt.ln_f.bias", "final_norm.weight", "text_head.bias", "mel_head.weight",
        "conditioning_encoder.init.weight", "conditioning_encoder.attn.3.qkv.weight", "conditioning_encoder.attn.5.norm.weight",
        "conditioning_perceiver.latents", "conditioning_perceiver.layers.0.0.to_kv.weight",
        "conditioning_perceiver.layers.1.1.2.weight", "conditioning_perceiver.norm.gamma",
    ];

    [Fact]
    public void Forward_MaskedPrompt_GivesTheReferencesLossesLogitsAndGradients()
    {
        using var golden = GoldenPack.Case("gpt_train_masked_tiny");
        using var weights = TrainableWeights();
        using var scope = torch.NewDisposeScope();

        var output = Backward(weights, masked: true);

        AssertLosses(golden, output);
        golden.AssertClose("mel_logits", output.AudioLogits.transpose(1, 2).ToHostArray());
        golden.AssertClose("text_logits_first64", output.TextLogits.transpose(1, 2).narrow(1, 0, 64).ToHostArray());
        foreach (var name in Checked)
        {
            var gradient = weights["gpt." + name].grad!.ToHostArray();
            golden.AssertClose("grad." + name, gradient.AsSpan(0, golden.Output("grad." + name).Length));
            golden.AssertClose("gradnorm." + name, [Norm(gradient)]);
        }
    }

    [Fact]
    public void Forward_NoMaskedPrompt_GivesTheReferencesEvaluationLossesAndGradientNorms()
    {
        using var golden = GoldenPack.Case("gpt_train_unmasked_tiny");
        using var weights = TrainableWeights();
        using var scope = torch.NewDisposeScope();

        var output = Backward(weights, masked: false);

        AssertLosses(golden, output);
        foreach (var name in Checked)
            golden.AssertClose("gradnorm." + name, [Norm(weights["gpt." + name].grad!.ToHostArray())]);
    }

    private static ModelWeights TrainableWeights()
    {
        var weights = GoldenModel.Gpt();
        foreach (var (_, parameter) in weights.All)
            parameter.requires_grad_(true);
        return weights;
    }

    private static GptOutput Backward(ModelWeights weights, bool masked)
    {
        var output = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0.1).Forward(GoldenModel.Batch(masked));
        ((output.LossText * 0.01) + output.LossAudio).backward();
        return output;
    }

    private static void AssertLosses(GoldenCase golden, GptOutput output)
    {
        golden.AssertClose("loss_text", [output.LossText.item<float>()]);
        golden.AssertClose("loss_mel", [output.LossAudio.item<float>()]);
        golden.AssertClose("loss", [(0.01f * output.LossText.item<float>()) + output.LossAudio.item<float>()]);
    }

    private static float Norm(float[] values) => (float)Math.Sqrt(values.Sum(value => (double)value * value));
}
