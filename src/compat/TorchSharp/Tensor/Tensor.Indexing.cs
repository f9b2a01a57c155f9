using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor narrow(long dim, long start, long length) => Op.Call("aten::narrow", this, dim, start, length);
        public Tensor slice(long dim, long start, long finish, long step) => Op.Call("aten::slice.Tensor", this, dim, start, finish, step);
        public Tensor select(long dim, long index) => Op.Call("aten::select.int", this, dim, index);
        public Tensor index_select(long dim, Tensor index) => Op.Call("aten::index_select", this, dim, index);
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Op.Call("aten::index_add", this, dim, index, source, alpha);
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Op.InPlace(this, "aten::index_add_", dim, index, source, alpha);
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Op.InPlace(this, "aten::index_copy_", dim, index, source);
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Op.InPlace(this, "aten::index_fill_.int_Scalar", dim, index, value);
        public Tensor gather(long dim, Tensor index) => Op.Call("aten::gather", this, dim, index);
        public Tensor scatter(long dim, Tensor index, Tensor src) => Op.Call("aten::scatter.src", this, dim, index, src);
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Op.InPlace(this, "aten::scatter_.src", dim, index, src);
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Op.Call("aten::scatter_add", this, dim, index, src);
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Op.InPlace(this, "aten::scatter_add_", dim, index, src);
        public Tensor take_along_dim(Tensor indices, long dim) => Op.Call("aten::take_along_dim", this, indices, dim);
        public Tensor masked_fill(Tensor mask, Scalar value) => Op.Call("aten::masked_fill.Scalar", this, mask, value);
        public Tensor masked_fill_(Tensor mask, Scalar value) => Op.InPlace(this, "aten::masked_fill_.Scalar", mask, value);
        public Tensor masked_select(Tensor mask) => Op.Call("aten::masked_select", this, mask);
        public Tensor nonzero() => Op.Call("aten::nonzero", this);

        /// <summary>This tensor where the condition holds, y elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Op.Call("aten::where.self", condition, this, y);

        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params long[] indices]
        {
            get => index(Array.ConvertAll(indices, TensorIndex.At));
            set => index_put_(value, Array.ConvertAll(indices, TensorIndex.At));
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => index_put_(value, TensorIndex.Single(i1));
        }

        public Tensor this[long i1, long i2]
        {
            get => index(TensorIndex.Single(i1), TensorIndex.Single(i2));
            set => index_put_(value, TensorIndex.Single(i1), TensorIndex.Single(i2));
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => index(TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3));
            set => index_put_(value, TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3));
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3), TensorIndex.Single(i4));
            set => index_put_(value, TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3), TensorIndex.Single(i4));
        }

        public Tensor index(params TensorIndex[] indices) => Indexing.Get(this, indices);
        public Tensor index(params Tensor[] indices) => Indexing.Get(this, Array.ConvertAll(indices, TensorIndex.Tensor));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => Indexing.Put(this, value, indices, accumulate: false);
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false) => Indexing.Put(this, value, indices, accumulate);
        public Tensor index_put_(Tensor value, params Tensor[] indices) => Indexing.Put(this, value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate: false);
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => Indexing.Put(this, value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            Indexing.Put(this, torch.full([], value, dtype, device), indices, accumulate: false);
            return this;
        }
    }
}
