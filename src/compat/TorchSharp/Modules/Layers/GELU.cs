using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    public enum Approximate
    {
        none,
        tanh,
    }

    internal GELU(Approximate approximate, bool inplace) : base(nameof(GELU))
    {
        this.approximate = approximate;
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public Approximate approximate { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);

    internal static string Spell(Approximate approximate) => approximate == Approximate.tanh ? "tanh" : "none";
}
