using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => Op.Call("aten::reshape", this, shape);
        public Tensor view(params long[] shape) => Op.Call("aten::view", this, shape);
        public Tensor view_as(Tensor other) => view(other.shape);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Op.Call("aten::flatten.using_ints", this, start_dim, end_dim);
        public Tensor unflatten(long dim, params long[] sizes) => Op.Call("aten::unflatten.int", this, dim, sizes);
        public Tensor contiguous() => Op.Call("aten::contiguous", this);
        public Tensor clone() => Op.Call("aten::clone", this);

        /// <summary>Another reference to the same tensor; disposing one leaves the other.</summary>
        public Tensor alias()
        {
            NativeError.Check(NativeMethods.ts_alias(Handle, out var result));
            return new Tensor(result);
        }

        public Tensor transpose(long dim0, long dim1) => Op.Call("aten::transpose.int", this, dim0, dim1);
        public Tensor transpose_(long dim0, long dim1) => Op.InPlace(this, "aten::transpose_", dim0, dim1);
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);
        public Tensor t() => Op.Call("aten::t", this);
        public Tensor T => Op.Call("aten::numpy_T", this);
        public Tensor mT => Op.Call("aten::mT", this);
        public Tensor permute(params long[] permutation) => Op.Call("aten::permute", this, permutation);
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());
        public Tensor movedim(long[] source, long[] destination) => Op.Call("aten::movedim.intlist", this, source, destination);

        public Tensor squeeze(long? dim = null) => dim is { } d ? Op.Call("aten::squeeze.dim", this, d) : Op.Call("aten::squeeze", this);
        public Tensor squeeze_(long? dim = null) => dim is { } d ? Op.InPlace(this, "aten::squeeze_.dim", d) : Op.InPlace(this, "aten::squeeze_");
        public Tensor unsqueeze(long dim) => Op.Call("aten::unsqueeze", this, dim);
        public Tensor unsqueeze_(long dim) => Op.InPlace(this, "aten::unsqueeze_", dim);

        public Tensor expand(params long[] sizes) => Op.Call("aten::expand", this, sizes);
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Op.Call("aten::expand", this, sizes.ToArray(), isImplicit);
        public Tensor expand(long[] sizes, bool isImplicit = false) => Op.Call("aten::expand", this, sizes, isImplicit);
        public Tensor expand_as(Tensor other) => expand(other.shape);
        public Tensor broadcast_to(params long[] shape) => Op.Call("aten::broadcast_to", this, shape);
        public Tensor repeat(params long[] sizes) => Op.Call("aten::repeat", this, sizes);
        public Tensor tile(long[] reps) => Op.Call("aten::tile", this, reps);

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Op.Call("aten::repeat_interleave.self_int", this, repeats, dim, output_size);

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Op.Call("aten::repeat_interleave.self_Tensor", this, repeats, dim, output_size);

        public Tensor flip(params long[] dims) => Op.Call("aten::flip", this, dims);
        public Tensor roll(long shifts, long? dims = null) => Op.Call("aten::roll", this, new[] { shifts }, dims is { } d ? new[] { d } : []);
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) => Op.Call("aten::as_strided", this, size, strides, storageOffset);
        public Tensor unfold(long dimension, long size, long step) => Op.Call("aten::unfold", this, dimension, size, step);

        public Tensor[] split(long size, int dim = 0) => Op.CallMany("aten::split.Tensor", this, size, (long)dim);
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);
        public Tensor[] split(long[] sizes, long dim = 0) => Op.CallMany("aten::split_with_sizes", this, sizes, dim);
        public Tensor[] split(params long[] sizes) => split(sizes, 0L);
        public Tensor[] chunk(long chunks, long dim = 0L) => Op.CallMany("aten::chunk", this, chunks, dim);
        public Tensor[] unbind(long dimension = 0L) => Op.CallMany("aten::unbind.int", this, dimension);
    }
}
