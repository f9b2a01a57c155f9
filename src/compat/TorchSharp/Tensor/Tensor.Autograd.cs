using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => NativeMethods.ts_requires_grad(Handle) != 0;
            set => NativeError.Check(NativeMethods.ts_set_requires_grad(Handle, value ? 1 : 0));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public bool is_leaf => NativeMethods.ts_is_leaf(Handle) != 0;

        public void retain_grad() => NativeError.Check(NativeMethods.ts_retain_grad(Handle));

        /// <summary>The accumulated gradient: a new reference at every read, null before the first backward pass.</summary>
        public Tensor? grad
        {
            get
            {
                NativeError.Check(NativeMethods.ts_grad(Handle, out var result));
                return result == 0 ? null : new Tensor(result);
            }
            set
            {
                NativeError.Check(NativeMethods.ts_set_grad(Handle, value is null ? 0 : value.Handle));
                GC.KeepAlive(value);
            }
        }

        public void backward() => autograd.backward(this);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph, create_graph, inputs);

        public Tensor detach() => Op.Call("aten::detach", this);

        public Tensor detach_() => Op.InPlace(this, "aten::detach_");
    }

    public static partial class autograd
    {
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            nint[] of = Handles(outputs), by = Handles(inputs), from = Handles(grad_outputs), results = new nint[inputs.Count];
            NativeError.Check(NativeMethods.ts_autograd(
                of, of.Length, by, by.Length, from, from.Length, retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, results));
            KeepAlive(outputs, inputs, grad_outputs);
            // an unused input has no gradient; TorchSharp gives an undefined tensor there
            return Array.ConvertAll(results, result => result == 0 ? null! : new Tensor(result));
        }

        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            nint[] of = Handles(tensors), from = Handles(grad_tensors), by = Handles(inputs);
            NativeError.Check(NativeMethods.ts_backward(
                of, of.Length, from, from.Length, retain_graph is { } retain ? (retain ? 1 : 0) : -1, create_graph ? 1 : 0, by, by.Length));
            KeepAlive(tensors, grad_tensors, inputs);
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[] Handles(IList<Tensor>? tensors) => tensors is null ? [] : [.. tensors.Select(t => t.Handle)];

        private static void KeepAlive(params ReadOnlySpan<IList<Tensor>?> lists)
        {
            foreach (var list in lists)
            {
                if (list is null) continue;
                foreach (var tensor in list) GC.KeepAlive(tensor);
            }
        }
    }
}
