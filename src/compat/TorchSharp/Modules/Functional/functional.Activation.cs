using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope).alias() : input.leaky_relu(negative_slope);

            public static Tensor gelu(Tensor x) => x.gelu();

            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) => inplace
                ? Op.InPlace(x, "aten::gelu_", Modules.GELU.Spell(approximate)).alias()
                : x.gelu(approximate);

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_().alias() : x.silu();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => inplace
                ? Op.InPlace(input, "aten::dropout_", p, training).alias()
                : Op.Call("torchshim::dropout", input, p, training);
        }
    }
}
