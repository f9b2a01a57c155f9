using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>
/// How unlike its speaker a signal sounds to the frozen speaker encoder (speaker consistency loss; Casanova et al. 2022, "YourTTS",
/// section 2.3): 1 − cosine of the embeddings.
/// <code>
/// signal ─ power spectrum in windows of 25 ms ─ pre-emphasis ─ 64 mel bands ─ log, normalised over time ─ encoder
/// </code>
/// The encoder's front end is defined at 16 kHz. Here its windows are as long in seconds at the signal's own rate, so that the signal
/// need not be resampled, and pre-emphasis weighs the bins as the filter would at 16 kHz.
/// </summary>
public sealed class SpeakerLoss : IDisposable
{
    private const double PreEmphasis = 0.97;
    private const double Floor = 1e-6; // as the front end adds
    private const double VarianceFloor = 1e-5;
    private readonly ModelWeights weights;
    private readonly SpeakerEncoder encoder;
    private readonly MelSettings settings;
    private readonly Tensor window;
    private readonly Tensor bank; // [bands, bins]

    /// <param name="weights">Of the speaker encoder; disposed with the loss.</param>
    /// <param name="config">Its layers.</param>
    /// <param name="sampleRate">Of the signals, Hz.</param>
    public SpeakerLoss(ModelWeights weights, SpeakerEncoderConfig config, int sampleRate)
    {
        this.weights = weights;
        encoder = new SpeakerEncoder(weights, config);
        encoder.Mode.Training = false;
        var own = MelSettings.Speaker;
        settings = own with
        {
            SampleRate = sampleRate, FftSize = own.FftSize * sampleRate / own.SampleRate,
            WindowLength = own.WindowLength * sampleRate / own.SampleRate, HopLength = own.HopLength * sampleRate / own.SampleRate,
        };
        using var scope = NewDisposeScope();
        window = tensor(MelFilterbank.Window(settings).Select(value => (float)value).ToArray()).to(weights.Device).DetachFromDisposeScope();
        bank = tensor(Bank(own), [(settings.FftSize / 2) + 1, settings.Mels]).t().contiguous().to(weights.Device).DetachFromDisposeScope();
    }

    /// <summary>Scalar, 0 to 2, of signals [batch, samples] and their speakers' embeddings [batch, d_vector].</summary>
    public Tensor Forward(Tensor signals, Tensor speakers) => 1 - (Embed(signals) * speakers).sum(1L).mean();

    /// <summary>Unit vectors [batch, d_vector].</summary>
    public Tensor Embed(Tensor signals)
    {
        var power = stft(signals, settings.FftSize, settings.HopLength, settings.WindowLength, window, return_complex: true).abs().pow(2); // [batch, bins, frames]
        var mel = (bank.matmul(power) + Floor).log();
        var centred = mel - mel.mean([2L], keepdim: true);
        return encoder.Forward(centred / (centred.pow(2).mean([2L], keepdim: true) + VarianceFloor).sqrt());
    }

    public void Dispose()
    {
        window.Dispose();
        bank.Dispose();
        weights.Dispose();
    }

    // Triangles, weighed by the pre-emphasis filter's power and by the square of the windows' lengths: a longer one has a higher spectrum.
    private float[] Bank(MelSettings own)
    {
        var triangles = MelFilterbank.Triangles(settings);
        var shorter = Math.Pow((double)own.SampleRate / settings.SampleRate, 2);
        var values = new float[triangles.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var angle = 2 * Math.PI * (i / settings.Mels) * settings.SampleRate / settings.FftSize / own.SampleRate;
            var emphasis = 1 + (PreEmphasis * PreEmphasis) - (2 * PreEmphasis * Math.Cos(angle));
            values[i] = (float)(triangles[i] * emphasis * shorter);
        }

        return values;
    }
}
