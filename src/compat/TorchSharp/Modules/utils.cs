using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their common norm is at most max_norm; returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var frozen = no_grad();
                using var scope = NewDisposeScope();
                var grads = tensors.Select(t => t.grad).OfType<Tensor>().ToArray();
                if (grads.Length == 0) return 0;
                var norms = stack(grads.Select(g => double.IsPositiveInfinity(norm_type) ? g.abs().max() : g.norm((float)norm_type)).Select(n => n.to(ScalarType.Float32)));
                var total = double.IsPositiveInfinity(norm_type) ? norms.max() : norms.norm((float)norm_type);
                var value = total.ToDouble();
                var factor = max_norm / (value + 1e-6);
                if (factor < 1)
                {
                    foreach (var grad in grads) grad.mul_(factor);
                }
                return value;
            }

            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var frozen = no_grad();
                using var scope = NewDisposeScope();
                foreach (var grad in tensors.Select(t => t.grad).OfType<Tensor>()) grad.clamp_(-clip_value, clip_value);
            }
        }
    }
}
