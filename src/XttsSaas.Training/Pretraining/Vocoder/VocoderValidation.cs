using TorchSharp;
using XttsSaas.Training.Model;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>Measures a vocoder on whole held-out clips.</summary>
public sealed class VocoderValidation(Model.Vocoder model, VocoderLosses losses, VocoderStageConfig config, SegmentGeometry geometry, int sampleRate, Device device)
{
    /// <summary>Mean losses over the clips that are as long as a segment, and the share of voiced frames whose pitch agrees.</summary>
    public IReadOnlyDictionary<string, double> Run(IEnumerable<VocoderClip> clips, CancellationToken cancellation)
    {
        using var gradients = no_grad();
        var pitch = new PitchAgreement(sampleRate);
        var (count, spectral, mel) = (0, 0.0, 0.0);
        foreach (var clip in clips.Where(clip => geometry.Codes(clip) >= config.SegmentCodes))
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var whole = SegmentBatch.Cut([(clip, 0)], geometry.Codes(clip), geometry, device);
            var output = model.Forward(whole.Hidden, whole.Speakers).squeeze(1); // [1, samples]
            var (spectralLoss, melLoss) = losses.Forward(output, whole.Target);
            spectral += spectralLoss.item<float>();
            mel += melLoss.item<float>();
            pitch.Add(output.ToHostArray(), whole.Target.ToHostArray());
            count++;
        }

        return new Dictionary<string, double>
        {
            ["loss"] = (spectral + (mel * config.MelWeight)) / Math.Max(1, count),
            ["spectral"] = spectral / Math.Max(1, count),
            ["mel"] = mel / Math.Max(1, count),
            ["pitchAgreement"] = pitch.Share,
        };
    }
}
