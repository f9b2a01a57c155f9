using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>In how many of the frames that are voiced in the recordings the output is voiced too, at most a semitone away.</summary>
public sealed class PitchAgreement(int sampleRate)
{
    private const double FrameSeconds = 0.01;
    private readonly PitchTracker tracker = new(new PitchSettings(sampleRate, FrameSeconds));
    private int voiced;
    private int agreeing;

    /// <summary>0 to 1; 0 while no frame was voiced.</summary>
    public double Share => voiced == 0 ? 0 : (double)agreeing / voiced;

    /// <summary>Counts the frames of one clip.</summary>
    public void Add(ReadOnlySpan<float> output, ReadOnlySpan<float> recording)
    {
        var (heard, meant) = (tracker.Track(output), tracker.Track(recording));
        for (var frame = 0; frame < Math.Min(heard.Frames, meant.Frames); frame++)
        {
            if (!meant.IsVoiced(frame))
                continue;
            voiced++;
            if (heard.IsVoiced(frame) && Math.Abs(12 * Math.Log2(heard.Hertz[frame] / meant.Hertz[frame])) <= 1)
                agreeing++;
        }
    }
}
