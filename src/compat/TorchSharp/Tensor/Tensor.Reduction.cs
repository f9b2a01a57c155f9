using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Op.Call("aten::sum", this, type);
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Op.Call("aten::sum.dim_IntList", this, dim, keepdim, type);
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum(new[] { dim }, keepdim, type);
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum(new[] { dim0, dim1 }, keepdim, type);

        public Tensor mean() => Op.Call("aten::mean", this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Op.Call("aten::mean.dim", this, dimensions, keepdim, type);

        public Tensor prod(ScalarType? type = null) => Op.Call("aten::prod", this, type);
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Op.Call("aten::prod.dim_int", this, dim, keepdim, type);

        public Tensor var(bool unbiased = true) => Op.Call("aten::var", this, unbiased);
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Typed(Op.Call("aten::var.dim", this, dimensions, unbiased, keepdim), type);
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var(new[] { dim }, unbiased, keepdim, type);
        public Tensor std(bool unbiased = true) => Op.Call("aten::std", this, unbiased);
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Typed(Op.Call("aten::std.dim", this, dimensions, unbiased, keepdim), type);
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std(new[] { dim }, unbiased, keepdim, type);

        public Tensor max() => Op.Call("aten::max", this);
        public Tensor max(Tensor other) => Op.Call("aten::max.other", this, other);
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Op.Call2("aten::max.dim", this, dim, keepdim);
        public Tensor min() => Op.Call("aten::min", this);
        public Tensor min(Tensor other) => Op.Call("aten::min.other", this, other);
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Op.Call2("aten::min.dim", this, dim, keepdim);
        public Tensor amax(params long[] dims) => Op.Call("aten::amax", this, dims);
        public Tensor amin(params long[] dims) => Op.Call("aten::amin", this, dims);
        public Tensor argmax() => Op.Call("aten::argmax", this);
        public Tensor argmax(long dim, bool keepdim = false) => Op.Call("aten::argmax", this, dim, keepdim);
        public Tensor argmin() => Op.Call("aten::argmin", this);
        public Tensor argmin(long dim, bool keepdim = false) => Op.Call("aten::argmin", this, dim, keepdim);
        public Tensor median() => Op.Call("aten::median", this);

        public Tensor all() => Op.Call("aten::all", this);
        public Tensor all(long dim, bool keepdim = false) => Op.Call("aten::all.dim", this, dim, keepdim);
        public Tensor any() => Op.Call("aten::any", this);
        public Tensor any(long dim, bool keepdim = false) => Op.Call("aten::any.dim", this, dim, keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Op.Call("aten::cumsum", this, dim, type);
        public Tensor cumprod(long dim, ScalarType? type = null) => Op.Call("aten::cumprod", this, dim, type);
        public Tensor logsumexp(long dim, bool keepdim = false) => Op.Call("aten::logsumexp", this, new[] { dim }, keepdim);
        public Tensor softmax(long dim, ScalarType? dtype = null) => Op.Call("aten::softmax.int", this, dim, dtype);
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Op.Call("aten::log_softmax.int", this, dim, dtype);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Op.Call2("aten::topk", this, (long)k, (long)dim, largest, sorted);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Op.Call2("aten::sort.stable", this, stable, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => Op.Call("aten::argsort", this, dim, descending);
        public Tensor bincount(Tensor? weights, long minlength = 0) => Op.Call("aten::bincount", this, weights, minlength);

        private static Tensor Typed(Tensor result, ScalarType? type) => type is { } wanted && wanted != result.dtype ? result.to(wanted) : result;
    }
}
