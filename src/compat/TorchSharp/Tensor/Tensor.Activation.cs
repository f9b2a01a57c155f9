using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor gelu() => Op.Call("aten::gelu", this);
        public Tensor gelu(Modules.GELU.Approximate approximate) => Op.Call("aten::gelu", this, Modules.GELU.Spell(approximate));
        public Tensor leaky_relu(Scalar negative_slope) => Op.Call("aten::leaky_relu", this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => Op.InPlace(this, "aten::leaky_relu_", negative_slope);
        public Tensor elu(double alpha = 1) => Op.Call("aten::elu", this, alpha);
        public Tensor softplus(double beta = 1, double threshold = 20) => Op.Call("aten::softplus", this, beta, threshold);
        public Tensor log_sigmoid() => Op.Call("aten::log_sigmoid", this);
        public Tensor glu(long dim = -1) => Op.Call("aten::glu", this, dim);
    }
}
