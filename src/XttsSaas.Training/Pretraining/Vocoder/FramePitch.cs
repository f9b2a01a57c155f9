using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>The pitch of a recording at the output rate, frame by frame of the vocoder.</summary>
public sealed class FramePitch(XttsModelArgs args)
{
    private readonly PitchTracker tracker = new(new PitchSettings(args.OutputSampleRate, (double)args.OutputHopLength / args.OutputSampleRate));

    /// <summary>log2 of Hz in the middle of each whole frame, 0 where unvoiced.</summary>
    public float[] Of(ReadOnlySpan<float> recording)
    {
        var half = Math.Min(args.OutputHopLength / 2, recording.Length); // the tracker's frames lie around their first samples
        var contour = tracker.Track(recording[half..]);
        return [.. contour.Hertz.Take(recording.Length / args.OutputHopLength).Select(hertz => hertz > 0 ? MathF.Log2(hertz) : 0)];
    }
}
