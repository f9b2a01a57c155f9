using System.CommandLine;

namespace XttsSaas.Cli.Speech;

/// <summary>How codes are drawn, as options of a command; what is not given is the model's own setting.</summary>
internal sealed class SamplingFlags
{
    private readonly Option<long> _seed = new("--seed") { Description = "The same seed gives the same audio." };
    private readonly Option<double?> _temperature = new("--temperature") { Description = "Above 0; lower is more careful." };
    private readonly Option<int?> _topK = new("--top-k") { Description = "Keep the k best codes; 0 keeps all." };
    private readonly Option<double?> _topP = new("--top-p") { Description = "Keep the best codes of this probability." };
    private readonly Option<double?> _penalty = new("--repetition-penalty") { Description = "Above 0; 1 is none." };
    private readonly Option<double> _speed = new("--speed") { Description = "2 is twice as fast.", DefaultValueFactory = _ => 1 };

    public IReadOnlyList<Option> All => [_seed, _temperature, _topK, _topP, _penalty, _speed];

    /// <summary>The settings for a model of this configuration.</summary>
    public SamplingChoice Of(ParseResult parsed) => new(
        parsed.GetValue(_temperature), parsed.GetValue(_topK), parsed.GetValue(_topP), parsed.GetValue(_penalty), parsed.GetValue(_seed), parsed.GetValue(_speed));
}
