using XttsSaas.Training.Data;
using XttsSaas.Xtts.Judging;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Judging;

/// <summary>A sentence with its recording.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Recording">Mono.</param>
/// <param name="Features">Of the recording.</param>
internal sealed record HeldOutSentence(string Text, WaveFile Recording, SpeechFeatures Features)
{
    public static HeldOutSentence Of(TrainingClip clip)
    {
        var recording = WaveFile.Read(clip.Path);
        return new HeldOutSentence(clip.Text, recording, SpeechFeatures.Of(recording.Samples, recording.SampleRate));
    }
}
