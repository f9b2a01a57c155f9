using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Speaker;

/// <summary>Random segments of random speakers.</summary>
internal sealed class SpeakerSegments(IReadOnlyList<SpeakerMels> speakers, SpeakerStageConfig config)
{
    private static readonly int FramesPerSecond = MelSettings.Speaker.SampleRate / MelSettings.Speaker.HopLength;

    /// <summary>
    /// The segments of one step, normalised mels [batch, 64, frames], and who speaks them, int64 [batch]. What a clip lacks of the
    /// segment's length, the speaker's next random clip gives.
    /// </summary>
    public (Tensor Mels, Tensor Speakers) Draw(SeededStream stream)
    {
        var shortest = (int)Math.Round(config.SegmentSeconds * FramesPerSecond);
        var frames = stream.NextInt(shortest, 2 * shortest);
        var bands = MelSettings.Speaker.Mels;
        var values = new float[config.BatchSize * bands * frames];
        var labels = new long[config.BatchSize];
        for (var row = 0; row < config.BatchSize; row++)
        {
            labels[row] = stream.NextInt(0, speakers.Count - 1);
            var segment = FrontEnds.NormaliseSpeaker(Segment(speakers[(int)labels[row]].Clips, frames, stream));
            segment.Values.CopyTo(values.AsSpan(row * bands * frames));
        }

        return (tensor(values, [config.BatchSize, bands, frames]), tensor(labels));
    }

    private MelSpectrogram Segment(IReadOnlyList<MelSpectrogram> clips, int frames, SeededStream stream)
    {
        var bands = clips[0].Mels;
        var power = new float[bands * frames];
        var gain = (float)Math.Pow(10, config.LevelDecibels * ((2 * stream.NextDouble()) - 1) / 10);
        for (var filled = 0; filled < frames;)
        {
            var clip = clips[stream.NextInt(0, clips.Count - 1)];
            var taken = Math.Min(clip.Frames, frames - filled);
            var offset = stream.NextInt(0, clip.Frames - taken);
            for (var band = 0; band < bands; band++)
            {
                for (var i = 0; i < taken; i++)
                    power[(band * frames) + filled + i] = gain * clip.Values[(band * clip.Frames) + offset + i];
            }

            filled += taken;
        }

        return new MelSpectrogram(power, bands, frames);
    }
}
