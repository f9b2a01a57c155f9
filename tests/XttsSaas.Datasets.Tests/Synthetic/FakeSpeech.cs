using XttsSaas.Audio.Wav;
using XttsSaas.Datasets.Synthetic.Building;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Tests.Synthetic;

/// <summary>Speaks without a synthesizer: clips of silence whose length is the text's, some left out, the same every time.</summary>
internal static class FakeSpeech
{
    public static Task<IReadOnlyList<CorpusClip>> SpeakAsync(SpeechBlock block, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clips = new List<CorpusClip>();
        foreach (var utterance in block.Utterances.Where(utterance => utterance.Number % 50 != 49))
        {
            var samples = new short[1024 * utterance.Text.Length];
            var path = Path.Combine(block.Folder, utterance.Wav);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, WavWriter.ToBytes(samples, CorpusManifest.Rate));
            clips.Add(new CorpusClip(utterance.Id, utterance.Wav, utterance.Speaker.Id, utterance.Language, samples.Length, utterance.Text, [new PhonemeSpan("a", 0, 100)]));
        }
        return Task.FromResult<IReadOnlyList<CorpusClip>>(clips);
    }
}
