using XttsSaas.Audio.Wav;
using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Datasets.Synthetic.Planning;
using XttsSaas.Datasets.Synthetic.Speakers;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Building;

/// <summary>Speaks a block with this process's engine.</summary>
public static class BlockSpeaker
{
    private const double ShortestSeconds = 0.6, LongestSeconds = 11;

    /// <returns>The clips of 0.6 to 11 s; the others are left out.</returns>
    /// <exception cref="CorpusException">espeak-ng is not installed or broke.</exception>
    public static IReadOnlyList<CorpusClip> Speak(SpeechBlock block, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(block);
        foreach (var speaker in block.Utterances.Select(utterance => utterance.Speaker.Id).Distinct())
            Directory.CreateDirectory(Path.Combine(block.Folder, Utterance.Folder, speaker));
        var clips = new List<CorpusClip>(block.Utterances.Count);
        foreach (var utterance in block.Utterances)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Clip(block.Folder, utterance) is { } clip)
                clips.Add(clip);
        }
        return clips;
    }

    private static CorpusClip? Clip(string folder, Utterance utterance)
    {
        var spoken = EspeakVoice.Speak(EspeakLanguages.VoiceOf(utterance.Language), utterance.Speaker, utterance.Text);
        if (ClipShape.Apply(spoken) is not { } shaped
            || shaped.Samples.Length is < (int)(ShortestSeconds * EspeakVoice.SampleRate) or > (int)(LongestSeconds * EspeakVoice.SampleRate))
            return null;
        File.WriteAllBytes(Path.Combine(folder, utterance.Wav), WavWriter.ToBytes(shaped.Samples, EspeakVoice.SampleRate));
        return new CorpusClip(
            utterance.Id, utterance.Wav, utterance.Speaker.Id, utterance.Language, shaped.Samples.Length, utterance.Text, shaped.Phonemes);
    }
}
