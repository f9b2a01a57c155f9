using TorchSharp;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Lora;
using XttsSaas.Training.Model;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Training.Tests.Model;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Tests.Lora;

public sealed class LoraAdapterSetTests
{
    private static readonly LoraConfig Config = new() { Rank = 4, Alpha = 12, Targets = ["*"] };

    [Fact]
    public void Attach_FreshAdapters_ChangeNothing()
    {
        using var weights = GoldenModel.Gpt();
        var model = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0);

        using var adapters = LoraAdapterSet.Attach(weights, Config, model.Mode, seed: 1);

        Assert.NotEmpty(weights.Projections);
        foreach (var name in weights.Projections.Keys)
            Assert.Equal(weights[name].ToHostArray(), adapters.Merge(name));
    }

    [Fact]
    public void Merge_TrainedAdapters_GivesTheModelThatTheyMade()
    {
        using var weights = GoldenModel.Gpt();
        var model = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0);
        using var adapters = LoraAdapterSet.Attach(weights, Config, model.Mode, seed: 1);
        Randomise(adapters);
        var adapted = AudioLogits(model);

        using var merged = new ModelWeights(torch.CPU);
        foreach (var (name, parameter) in weights.All)
            merged.Add(name, adapters.Merge(name) ?? parameter.ToHostArray(), parameter.shape);
        var plain = AudioLogits(new XttsGpt(merged, GoldenModel.Dimensions, dropout: 0));

        Assert.Equal(adapted.Length, plain.Length);
        for (var i = 0; i < plain.Length; i++)
            Assert.Equal(adapted[i], plain[i], 2e-3f);
        using var untouched = GoldenModel.Gpt();
        Assert.NotEqual(AudioLogits(new XttsGpt(untouched, GoldenModel.Dimensions, dropout: 0)), plain);
    }

    [Theory]
    [InlineData("gpt.gpt.h.*.attn.c_attn")]
    [InlineData("gpt.transformer.h.*.attn.c_attn")]
    public void Attach_StackPattern_TouchesTheNamedMatricesAlone(string target)
    {
        using var weights = GoldenModel.Gpt();
        var model = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0);

        using var adapters = LoraAdapterSet.Attach(weights, Config with { Targets = [target] }, model.Mode, seed: 1);

        Assert.Equal(
            Enumerable.Range(0, 3).SelectMany(i => new[] { $"gpt.gpt.h.{i}.attn.c_attn.lora_a", $"gpt.gpt.h.{i}.attn.c_attn.lora_b" }),
            adapters.Parameters.Select(entry => entry.Key));
        Assert.Equal([64, 4], adapters.Parameters.First().Value.shape);
    }

    [Fact]
    public void Attach_PatternWithoutAMatrix_NamesThePattern()
    {
        using var weights = GoldenModel.Gpt();
        var model = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0);

        var exception = Assert.Throws<TrainingException>(
            () => LoraAdapterSet.Attach(weights, Config with { Targets = ["attn.c_attn", "attn.q_proj"] }, model.Mode, seed: 1));

        Assert.Equal(WorkerCodes.InvalidJob, exception.Code);
        Assert.Contains("'attn.q_proj'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("(nearest: attn.c_proj)", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c_attn", exception.Message, StringComparison.Ordinal);
    }

    private static void Randomise(LoraAdapterSet adapters)
    {
        using var gradients = torch.no_grad();
        foreach (var (name, parameter) in adapters.Parameters)
        {
            using var scope = torch.NewDisposeScope();
            var random = new SeededStream(9, name);
            var values = new float[parameter.numel()];
            for (var i = 0; i < values.Length; i++)
                values[i] = (float)(random.NextDouble() - 0.5) * 0.1f;
            parameter.copy_(torch.tensor(values, parameter.shape));
        }
    }

    private static float[] AudioLogits(XttsGpt model)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        return model.Forward(GoldenModel.Batch(masked: false)).AudioLogits.ToHostArray();
    }
}
