using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Building;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Tests.Synthetic;

/// <summary><see cref="FakeSpeech"/> that remembers what it was asked for and may break.</summary>
internal sealed class CountedSpeech
{
    /// <summary>The call that breaks, from 1; 0 for none.</summary>
    public int FailAt { get; init; }

    public int Blocks => FirstNumbers.Count;

    public List<int> FirstNumbers { get; } = [];

    public Task<IReadOnlyList<CorpusClip>> SpeakAsync(SpeechBlock block, CancellationToken cancellationToken)
    {
        FirstNumbers.Add(block.Utterances[0].Number);
        return Blocks == FailAt ? throw new CorpusException(CorpusFault.Failed, "It broke.") : FakeSpeech.SpeakAsync(block, cancellationToken);
    }
}
