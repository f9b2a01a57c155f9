using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>
/// Multi-resolution spectral loss (Yamamoto, Song and Kim 2020, equations 5 to 7): for each window the relative error of the magnitudes,
/// which weighs the loud parts, and the mean error of their logarithms, which weighs all alike; averaged over the windows.
/// </summary>
public sealed class SpectralLoss(IEnumerable<int> windows, Device device) : IDisposable
{
    private readonly SpectralWindow[] windows = [.. windows.Select(length => new SpectralWindow(length, device))];

    /// <summary>Scalar, 0 for equal signals [batch, samples], which are at least as long as the longest window.</summary>
    public Tensor Forward(Tensor output, Tensor target) =>
        windows.Select(window => Distance(window.Magnitudes(output), window.Magnitudes(target))).Aggregate((sum, next) => sum + next) / windows.Length;

    public void Dispose()
    {
        foreach (var window in windows)
            window.Dispose();
    }

    private static Tensor Distance(Tensor output, Tensor target)
    {
        var convergence = (target - output).pow(2).sum().add(1e-12).sqrt() / target.pow(2).sum().add(1e-12).sqrt();
        return convergence + nn.functional.l1_loss(SpectralWindow.Log(output), SpectralWindow.Log(target));
    }
}
