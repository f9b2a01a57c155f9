using TorchSharp;
using XttsSaas.Tests.Golden;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Tests.Model;

namespace XttsSaas.Training.Tests.Optimization;

public sealed class NamedAdamWGoldenTests
{
    private static readonly string[] Checked =
    [
        "conditioning_encoder.init.weight", "conditioning_encoder.attn.3.qkv.weight", "conditioning_encoder.attn.5.norm.weight",
        "text_embedding.weight", "mel_embedding.weight", "gpt.h.0.ln_1.weight", "gpt.h.0.attn.c_attn.weight",
        "gpt.h.1.mlp.c_fc.weight", "gpt.h.2.attn.c_proj.bias", "gpt.h.2.mlp.c_proj.weight", "gpt.ln_f.bias",
        "mel_pos_embedding.emb.weight", "text_pos_embedding.emb.weight", "final_norm.weight", "text_head.bias", "mel_head.weight",
        "conditioning_perceiver.latents", "conditioning_perceiver.layers.0.0.to_kv.weight",
        "conditioning_perceiver.layers.1.1.2.weight", "conditioning_perceiver.norm.gamma",
    ];

    [Fact]
    public void Step_ThreeStepsClippedTo1_MovesTheParametersAsTheReferenceDoes()
    {
        using var golden = GoldenPack.Case("adamw_3steps_lr1e-3_clip1_tiny");
        using var weights = GoldenModel.Gpt();
        var before = Checked.ToDictionary(name => name, name => weights["gpt." + name].ToHostArray());

        var (losses, norms) = Train(weights, learningRate: 1e-3, clip: 1);

        golden.AssertClose("losses", losses);
        golden.AssertClose("grad_norms", norms);
        foreach (var name in Checked)
        {
            var delta = weights["gpt." + name].ToHostArray().Zip(before[name], (after, start) => after - start).ToArray();
            golden.AssertClose("delta." + name, delta.AsSpan(0, golden.Output("delta." + name).Length));
        }
    }

    [Fact]
    public void Step_ThreeStepsUnclipped_GivesTheReferencesLossesAndNorms()
    {
        using var golden = GoldenPack.Case("adamw_3steps_lr5e-6_tiny");
        using var weights = GoldenModel.Gpt();

        var (losses, norms) = Train(weights, learningRate: 5e-6, clip: double.PositiveInfinity);

        golden.AssertClose("losses", losses);
        golden.AssertClose("grad_norms", norms);
    }

    private static (float[] Losses, float[] Norms) Train(ModelWeights weights, double learningRate, double clip)
    {
        foreach (var (_, parameter) in weights.All)
            parameter.requires_grad_(true);
        var model = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0);
        using var optimizer = new NamedAdamW(weights.All, weightDecay: 0.01);
        var (losses, norms) = (new float[3], new float[3]);
        for (var step = 1; step <= 3; step++)
        {
            using var scope = torch.NewDisposeScope();
            optimizer.DropGradients();
            var output = model.Forward(GoldenModel.Batch(masked: true));
            var total = (output.LossText * 0.01) + output.LossAudio;
            total.backward();
            losses[step - 1] = total.item<float>();
            norms[step - 1] = (float)torch.nn.utils.clip_grad_norm_(optimizer.Parameters, clip);
            optimizer.Step(learningRate, step);
        }

        return (losses, norms);
    }
}
