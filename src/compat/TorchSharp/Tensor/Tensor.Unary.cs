using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Op.Call("aten::abs", this);
        public Tensor ceil() => Op.Call("aten::ceil", this);
        public Tensor floor() => Op.Call("aten::floor", this);
        public Tensor exp() => Op.Call("aten::exp", this);
        public Tensor exp2() => Op.Call("aten::exp2", this);
        public Tensor expm1() => Op.Call("aten::expm1", this);
        public Tensor log() => Op.Call("aten::log", this);
        public Tensor log10() => Op.Call("aten::log10", this);
        public Tensor log1p() => Op.Call("aten::log1p", this);
        public Tensor log2() => Op.Call("aten::log2", this);
        public Tensor neg() => Op.Call("aten::neg", this);
        public Tensor reciprocal() => Op.Call("aten::reciprocal", this);
        public Tensor rsqrt() => Op.Call("aten::rsqrt", this);
        public Tensor sqrt() => Op.Call("aten::sqrt", this);
        public Tensor sign() => Op.Call("aten::sign", this);
        public Tensor trunc() => Op.Call("aten::trunc", this);
        public Tensor frac() => Op.Call("aten::frac", this);
        public Tensor sigmoid() => Op.Call("aten::sigmoid", this);
        public Tensor tanh() => Op.Call("aten::tanh", this);
        public Tensor sin() => Op.Call("aten::sin", this);
        public Tensor cos() => Op.Call("aten::cos", this);
        public Tensor tan() => Op.Call("aten::tan", this);
        public Tensor asin() => Op.Call("aten::asin", this);
        public Tensor acos() => Op.Call("aten::acos", this);
        public Tensor atan() => Op.Call("aten::atan", this);
        public Tensor sinh() => Op.Call("aten::sinh", this);
        public Tensor cosh() => Op.Call("aten::cosh", this);
        public Tensor erf() => Op.Call("aten::erf", this);
        public Tensor erfinv() => Op.Call("aten::erfinv", this);
        public Tensor relu() => Op.Call("aten::relu", this);
        public Tensor silu() => Op.Call("aten::silu", this);

        public Tensor abs_() => Op.InPlace(this, "aten::abs_");
        public Tensor ceil_() => Op.InPlace(this, "aten::ceil_");
        public Tensor floor_() => Op.InPlace(this, "aten::floor_");
        public Tensor exp_() => Op.InPlace(this, "aten::exp_");
        public Tensor exp2_() => Op.InPlace(this, "aten::exp2_");
        public Tensor expm1_() => Op.InPlace(this, "aten::expm1_");
        public Tensor log_() => Op.InPlace(this, "aten::log_");
        public Tensor log10_() => Op.InPlace(this, "aten::log10_");
        public Tensor log1p_() => Op.InPlace(this, "aten::log1p_");
        public Tensor log2_() => Op.InPlace(this, "aten::log2_");
        public Tensor neg_() => Op.InPlace(this, "aten::neg_");
        public Tensor reciprocal_() => Op.InPlace(this, "aten::reciprocal_");
        public Tensor rsqrt_() => Op.InPlace(this, "aten::rsqrt_");
        public Tensor sqrt_() => Op.InPlace(this, "aten::sqrt_");
        public Tensor sign_() => Op.InPlace(this, "aten::sign_");
        public Tensor trunc_() => Op.InPlace(this, "aten::trunc_");
        public Tensor frac_() => Op.InPlace(this, "aten::frac_");
        public Tensor sigmoid_() => Op.InPlace(this, "aten::sigmoid_");
        public Tensor tanh_() => Op.InPlace(this, "aten::tanh_");
        public Tensor sin_() => Op.InPlace(this, "aten::sin_");
        public Tensor cos_() => Op.InPlace(this, "aten::cos_");
        public Tensor tan_() => Op.InPlace(this, "aten::tan_");
        public Tensor asin_() => Op.InPlace(this, "aten::asin_");
        public Tensor acos_() => Op.InPlace(this, "aten::acos_");
        public Tensor atan_() => Op.InPlace(this, "aten::atan_");
        public Tensor sinh_() => Op.InPlace(this, "aten::sinh_");
        public Tensor cosh_() => Op.InPlace(this, "aten::cosh_");
        public Tensor erf_() => Op.InPlace(this, "aten::erf_");
        public Tensor erfinv_() => Op.InPlace(this, "aten::erfinv_");
        public Tensor relu_() => Op.InPlace(this, "aten::relu_");
        public Tensor silu_() => Op.InPlace(this, "aten::silu_");

        public Tensor absolute() => abs();
        public Tensor negative() => neg();
        public Tensor square() => pow(2);
        public Tensor angle() => Op.Call("aten::angle", this);
        public Tensor round(long decimals = 0L) => Op.Call("aten::round.decimals", this, decimals);
        public Tensor round_(long decimals = 0L) => Op.InPlace(this, "aten::round_.decimals", decimals);
    }
}
