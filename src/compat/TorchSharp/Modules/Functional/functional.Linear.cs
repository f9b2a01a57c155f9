using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>input · weightsᵀ + bias, with weights [out, in].</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Op.Call("aten::linear", input, weights, bias);

            public static Tensor one_hot(Tensor x, long num_classes = -1) => Op.Call("aten::one_hot", x, num_classes);

            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                Op.Call("aten::cosine_similarity", x1, x2, dim, eps);

            /// <summary>softmax(query · keyᵀ / √width + mask) · value, over [..., length, width].</summary>
            /// <param name="query">[..., L, E]</param>
            /// <param name="key">[..., S, E]</param>
            /// <param name="value">[..., S, Ev]</param>
            /// <param name="attn_mask">[..., L, S]: true takes part, or a float tensor that is added to the scores.</param>
            /// <param name="p">Dropout on the attention weights.</param>
            /// <param name="is_casual">Position i sees keys 0 … i only.</param>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (p < 0) throw new ArgumentException("Dropout probability must be greater than or equal to zero.");
                if (is_casual && attn_mask is not null) throw new ArgumentException("Casual attention masking cannot pass a mask.");
                const string Fused = "aten::scaled_dot_product_attention";
                return Op.Exists(Fused)
                    ? Op.Call(Fused, query, key, value, attn_mask, p, is_casual)
                    : Attention.Composed(query, key, value, attn_mask, p, is_casual);
            }
        }
    }
}
