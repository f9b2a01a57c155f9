using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Op.Call("aten::hann_window.periodic", len, periodic, dtype ?? get_default_dtype(), Argument.None, InitializeDevice(device)).requires_grad_(requires_grad);

    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Op.Call("aten::hamming_window.periodic_alpha_beta", len, periodic, (double)alpha, (double)beta, dtype ?? get_default_dtype(), Argument.None, InitializeDevice(device))
            .requires_grad_(requires_grad);

    public static Tensor stft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
        input.stft(n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

    public static Tensor view_as_real(Tensor input) => input.view_as_real();

    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();

    public partial class Tensor
    {
        public Tensor real => Op.Call("aten::real", this);

        public Tensor imag => Op.Call("aten::imag", this);

        public Tensor view_as_real() => Op.Call("aten::view_as_real", this);

        public Tensor view_as_complex() => Op.Call("aten::view_as_complex", this);

        /// <summary>Short-time Fourier transform of [time] or [batch, time]: [..., n_fft/2 + 1, frames], complex or with a last axis (real, imaginary).</summary>
        public Tensor stft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null)
        {
            using var scope = NewDisposeScope();
            var padded = this;
            if (center)
            {
                var leading = new long[3 - Dimensions];
                Array.Fill(leading, 1);
                var whole = nn.functional.pad(view([.. leading, .. shape]), (n_fft / 2, n_fft / 2), pad_mode); // [1, batch, time]
                padded = whole.view([.. whole.shape.Skip(leading.Length)]);
            }
            return Op.Call(
                "aten::stft", padded, n_fft, Positive(hop_length), Positive(win_length), window, normalized, onesided, return_complex ?? is_complex())
                .MoveToOuterDisposeScope();
        }

        private static long? Positive(long value) => value > 0 ? value : null;
    }
}
