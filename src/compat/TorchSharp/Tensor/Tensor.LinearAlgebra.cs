using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => Op.Call("aten::matmul", this, target);
        public Tensor mm(Tensor target) => Op.Call("aten::mm", this, target);
        public Tensor mv(Tensor target) => Op.Call("aten::mv", this, target);
        public Tensor bmm(Tensor batch2) => Op.Call("aten::bmm", this, batch2);
        public Tensor dot(Tensor target) => Op.Call("aten::dot", this, target);
        public Tensor outer(Tensor vec2) => Op.Call("aten::outer", this, vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Op.Call("aten::addmm", this, mat1, mat2, (double)beta, (double)alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Op.InPlace(this, "aten::addmm_", mat1, mat2, (double)beta, (double)alpha);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Op.Call("aten::baddbmm", this, batch1, batch2, (double)beta, (double)alpha);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2.0f) => Op.Call("aten::norm.Scalar", this, (double)p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            Op.Call("aten::norm.ScalarOpt_dim", this, (double)p, new long[] { dim }, keepdim);

        public Tensor tril(long diagonal = 0) => Op.Call("aten::tril", this, diagonal);
        public Tensor tril_(long diagonal = 0) => Op.InPlace(this, "aten::tril_", diagonal);
        public Tensor triu(long diagonal = 0) => Op.Call("aten::triu", this, diagonal);
        public Tensor triu_(long diagonal = 0) => Op.InPlace(this, "aten::triu_", diagonal);
        public Tensor diag(long diagonal = 0) => Op.Call("aten::diag", this, diagonal);
        public Tensor trace() => Op.Call("aten::trace", this);
    }
}
