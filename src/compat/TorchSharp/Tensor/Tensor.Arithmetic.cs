using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Op.Call("aten::add.Tensor", this, target);
        public Tensor add(Tensor target, Scalar alpha) => Op.Call("aten::add.Tensor", this, target, alpha);
        public Tensor add(Scalar scalar) => Op.Call("aten::add.Scalar", this, scalar);
        public Tensor add(Scalar scalar, Scalar alpha) => Op.Call("aten::add.Scalar", this, scalar, alpha);
        public Tensor add_(Tensor target) => Op.InPlace(this, "aten::add_.Tensor", target);
        public Tensor add_(Tensor target, Scalar alpha) => Op.InPlace(this, "aten::add_.Tensor", target, alpha);
        public Tensor add_(Scalar scalar) => Op.InPlace(this, "aten::add_.Scalar", scalar);
        public Tensor add_(Scalar scalar, Scalar alpha) => Op.InPlace(this, "aten::add_.Scalar", scalar, alpha);

        public Tensor sub(Tensor target) => Op.Call("aten::sub.Tensor", this, target);
        public Tensor sub(Scalar target) => Op.Call("aten::sub.Scalar", this, target);
        public Tensor sub_(Tensor target) => Op.InPlace(this, "aten::sub_.Tensor", target);
        public Tensor sub_(Scalar target) => Op.InPlace(this, "aten::sub_.Scalar", target);
        public Tensor subtract(Tensor target) => sub(target);
        public Tensor subtract(Scalar target) => sub(target);

        public Tensor mul(Tensor target) => Op.Call("aten::mul.Tensor", this, target);
        public Tensor mul(Scalar target) => Op.Call("aten::mul.Scalar", this, target);
        public Tensor mul_(Tensor target) => Op.InPlace(this, "aten::mul_.Tensor", target);
        public Tensor mul_(Scalar target) => Op.InPlace(this, "aten::mul_.Scalar", target);
        public Tensor multiply(Tensor target) => mul(target);
        public Tensor multiply(Scalar target) => mul(target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Op.Call("aten::div.Tensor_mode", this, target, Spell(rounding_mode));

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Op.Call("aten::div.Scalar_mode", this, target, Spell(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Op.InPlace(this, "aten::div_.Tensor_mode", target, Spell(rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Op.InPlace(this, "aten::div_.Scalar_mode", target, Spell(rounding_mode));

        public Tensor floor_divide(Tensor other) => Op.Call("aten::floor_divide", this, other);
        public Tensor floor_divide(Scalar other) => Op.Call("aten::floor_divide.Scalar", this, other);
        public Tensor remainder(Tensor target) => Op.Call("aten::remainder.Tensor", this, target);
        public Tensor remainder(Scalar scalar) => Op.Call("aten::remainder.Scalar", this, scalar);
        public Tensor fmod(Tensor target) => Op.Call("aten::fmod.Tensor", this, target);
        public Tensor fmod(Scalar scalar) => Op.Call("aten::fmod.Scalar", this, scalar);

        public Tensor pow(Tensor exponent) => Op.Call("aten::pow.Tensor_Tensor", this, exponent);
        public Tensor pow(Scalar exponent) => Op.Call("aten::pow.Tensor_Scalar", this, exponent);
        public Tensor pow_(Scalar exponent) => Op.InPlace(this, "aten::pow_.Scalar", exponent);
        public Tensor atan2(Tensor other) => Op.Call("aten::atan2", this, other);
        public Tensor lerp(Tensor end, Tensor weight) => Op.Call("aten::lerp.Tensor", this, end, weight);
        public Tensor lerp_(Tensor end, Tensor weight) => Op.InPlace(this, "aten::lerp_.Tensor", end, weight);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Op.Call("aten::addcmul", this, tensor1, tensor2, value);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Op.InPlace(this, "aten::addcmul_", tensor1, tensor2, value);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Op.Call("aten::addcdiv", this, tensor1, tensor2, value);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Op.Call("aten::addcdiv", this, tensor1, tensor2);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Op.InPlace(this, "aten::addcdiv_", tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Op.InPlace(this, "aten::addcdiv_", tensor1, tensor2);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Op.Call("aten::clamp", this, min, max);
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Op.Call("aten::clamp.Tensor", this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Op.InPlace(this, "aten::clamp_", min, max);
        public Tensor clamp_min(Scalar min) => Op.Call("aten::clamp_min", this, min);
        public Tensor clamp_min_(Scalar min) => Op.InPlace(this, "aten::clamp_min_", min);
        public Tensor clamp_max(Scalar max) => Op.Call("aten::clamp_max", this, max);
        public Tensor clamp_max_(Scalar max) => Op.InPlace(this, "aten::clamp_max_", max);
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Op.InPlace(this, "aten::copy_", source, nonBlocking);
        public Tensor fill_(Scalar value) => Op.InPlace(this, "aten::fill_.Scalar", value);
        public Tensor zero_() => Op.InPlace(this, "aten::zero_");

        private static string? Spell(RoundingMode mode) => mode switch
        {
            RoundingMode.trunc => "trunc",
            RoundingMode.floor => "floor",
            _ => null,
        };
    }
}
