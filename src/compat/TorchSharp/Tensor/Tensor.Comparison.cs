using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Op.Call("aten::eq.Tensor", this, target);
        public Tensor eq(Scalar target) => Op.Call("aten::eq.Scalar", this, target);
        public Tensor equal(Tensor target) => eq(target);
        public Tensor ne(Tensor target) => Op.Call("aten::ne.Tensor", this, target);
        public Tensor ne(Scalar target) => Op.Call("aten::ne.Scalar", this, target);
        public Tensor not_equal(Tensor target) => ne(target);
        public Tensor lt(Tensor target) => Op.Call("aten::lt.Tensor", this, target);
        public Tensor lt(Scalar target) => Op.Call("aten::lt.Scalar", this, target);
        public Tensor less(Tensor target) => lt(target);
        public Tensor le(Tensor target) => Op.Call("aten::le.Tensor", this, target);
        public Tensor le(Scalar target) => Op.Call("aten::le.Scalar", this, target);
        public Tensor less_equal(Tensor target) => le(target);
        public Tensor gt(Tensor target) => Op.Call("aten::gt.Tensor", this, target);
        public Tensor gt(Scalar target) => Op.Call("aten::gt.Scalar", this, target);
        public Tensor greater(Tensor target) => gt(target);
        public Tensor ge(Tensor target) => Op.Call("aten::ge.Tensor", this, target);
        public Tensor ge(Scalar target) => Op.Call("aten::ge.Scalar", this, target);
        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor maximum(Tensor other) => Op.Call("aten::maximum", this, other);
        public Tensor minimum(Tensor other) => Op.Call("aten::minimum", this, other);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Op.Call("aten::isclose", this, other, rtol, atol, nanEqual);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Op.CallValue("aten::allclose", this, target, rtol, atol, equal_nan).Num != 0;

        public Tensor isnan() => Op.Call("aten::isnan", this);
        public Tensor isinf() => Op.Call("aten::isinf", this);
        public Tensor isfinite() => Op.Call("aten::isfinite", this);

        public Tensor logical_and(Tensor other) => Op.Call("aten::logical_and", this, other);
        public Tensor logical_or(Tensor other) => Op.Call("aten::logical_or", this, other);
        public Tensor logical_xor(Tensor other) => Op.Call("aten::logical_xor", this, other);
        public Tensor logical_not() => Op.Call("aten::logical_not", this);
        public Tensor bitwise_and(Tensor other) => Op.Call("aten::bitwise_and.Tensor", this, other);
        public Tensor bitwise_or(Tensor other) => Op.Call("aten::bitwise_or.Tensor", this, other);
        public Tensor bitwise_xor(Tensor other) => Op.Call("aten::bitwise_xor.Tensor", this, other);
        public Tensor bitwise_not() => Op.Call("aten::bitwise_not", this);
    }
}
