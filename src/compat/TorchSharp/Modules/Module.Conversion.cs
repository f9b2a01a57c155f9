using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves and converts parameters, gradients and buffers; only floating-point tensors change type.</summary>
            protected internal virtual Module _to(Device? device, ScalarType? dtype)
            {
                if (dtype is { } wanted && !is_floating_point(wanted) && !is_complex(wanted))
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={wanted}");
                using var frozen = no_grad();
                using var scope = NewDisposeScope();
                foreach (var parameter in parameters())
                {
                    var grad = parameter.grad;
                    Replace(parameter, device, dtype);
                    if (grad is null) continue;
                    Replace(grad, device, dtype);
                    parameter.grad = grad;
                }
                foreach (var buffer in buffers()) Replace(buffer, device, dtype);
                return this;
            }

            private static void Replace(Tensor tensor, Device? device, ScalarType? dtype)
            {
                var type = dtype is { } wanted && (tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;
                var moved = tensor.to(type, device ?? tensor.device);
                NativeError.Check(NativeMethods.ts_set_data(tensor.Handle, moved.Handle));
            }
        }
    }
}
