using TorchSharp;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>Mean absolute error of log mel spectrograms: how the ear resolves frequencies (Kong, Kim and Bae 2020, equation 5).</summary>
public sealed class MelLoss : IDisposable
{
    private const int Bands = 80;
    private const int WindowLength = 1024;
    private readonly SpectralWindow window;
    private readonly Tensor bank; // [bands, bins]

    public MelLoss(int sampleRate, Device device)
    {
        var settings = new MelSettings(sampleRate, WindowLength, WindowLength, WindowLength / 4, WindowKind.Hann, Bands, 0, sampleRate / 2.0, AreaNormalised: false);
        var triangles = MelFilterbank.Triangles(settings).Select(value => (float)value).ToArray(); // [bins, bands]
        window = new SpectralWindow(WindowLength, device);
        using var scope = NewDisposeScope();
        bank = tensor(triangles, [triangles.Length / Bands, Bands]).t().contiguous().to(device).DetachFromDisposeScope();
    }

    /// <summary>Scalar, nepers; 0 for equal signals [batch, samples].</summary>
    public Tensor Forward(Tensor output, Tensor target) => nn.functional.l1_loss(LogMel(output), LogMel(target));

    public void Dispose()
    {
        window.Dispose();
        bank.Dispose();
    }

    private Tensor LogMel(Tensor signal) => SpectralWindow.Log(bank.matmul(window.Magnitudes(signal))); // [batch, bands, frames]
}
