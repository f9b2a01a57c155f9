using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>Magnitude spectra with one Hann window that moves by a quarter of its length. A sinusoid's peak is its amplitude.</summary>
public sealed class SpectralWindow(int length, Device device) : IDisposable
{
    /// <summary>Magnitudes below -100 dB of full scale count as that: nobody hears them, and silence has no logarithm.</summary>
    public const double Floor = 1e-5;

    private readonly Tensor window = hann_window(length, device: device).mul_(4.0 / length).DetachFromDisposeScope(); // a Hann window sums to half its length

    public int Length => length;

    /// <summary>[batch, length / 2 + 1, frames] of a signal [batch, samples]; only frames that lie wholly inside it.</summary>
    public Tensor Magnitudes(Tensor signal) =>
        stft(signal, length, length / 4, length, window, center: false, return_complex: true).abs();

    /// <summary>Natural logarithm of magnitudes, floored.</summary>
    public static Tensor Log(Tensor magnitudes) => magnitudes.clamp_min(Floor).log();

    public void Dispose() => window.Dispose();
}
