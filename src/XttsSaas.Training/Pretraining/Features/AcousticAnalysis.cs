using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Pretraining.Features;

/// <summary>Mel spectrogram and pitch of a clip, cut to whole audio codes.</summary>
public sealed class AcousticAnalysis(float[] melStats)
{
    private readonly PitchTracker pitch = new(PitchSettings.Mel);

    /// <param name="samples">At 22,050 Hz, a whole number of codes of 1,024 samples.</param>
    public Acoustics Analyse(float[] samples)
    {
        var mel = FrontEnds.Dvae(samples, melStats);
        var contour = pitch.Track(samples);
        var frames = samples.Length / MelSettings.Dvae.HopLength / Acoustics.FramesPerCode * Acoustics.FramesPerCode;
        var values = new Half[frames * Acoustics.Mels];
        for (var row = 0; row < Acoustics.Mels; row++)
        {
            for (var frame = 0; frame < frames; frame++)
                values[(frame * Acoustics.Mels) + row] = (Half)mel.Values[(row * mel.Frames) + frame];
        }

        return new Acoustics(values, [.. contour.Hertz.Take(frames).Select(hertz => hertz > 0 ? (Half)Math.Log2(hertz) : (Half)0)]);
    }
}
