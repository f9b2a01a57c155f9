using XttsSaas.Xtts.Configuration;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>The losses that need no discriminator.</summary>
public sealed class VocoderLosses(VocoderStageConfig config, XttsModelArgs args, Device device) : IDisposable
{
    private readonly SpectralLoss spectral = new(config.Windows, device);
    private readonly MelLoss mel = new(args.OutputSampleRate, device);

    /// <summary>Spectral loss and mel loss, scalars, of signals [batch, samples].</summary>
    public (Tensor Spectral, Tensor Mel) Forward(Tensor output, Tensor target) => (spectral.Forward(output, target), mel.Forward(output, target));

    public void Dispose()
    {
        spectral.Dispose();
        mel.Dispose();
    }
}
