using System.Runtime.CompilerServices;
using XttsSaas.Datasets.Synthetic.Planning;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Building;

/// <summary>Cuts utterances into blocks, has several spoken at a time, and gives their clips in order.</summary>
internal sealed class BlockRun(string folder, CorpusJournal journal, SpeakBlock speak, int workers)
{
    private int _blocks;

    /// <summary>The clips of these utterances that were kept; who stops asking stops the work.</summary>
    public async IAsyncEnumerable<CorpusClip> ClipsAsync(IEnumerable<Utterance> utterances, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var blocks = utterances.Chunk(SpeechBlock.Size).GetEnumerator();
        var running = new Queue<Task<IReadOnlyList<CorpusClip>>>();
        try
        {
            while (true)
            {
                while (running.Count < workers && blocks.MoveNext())
                    running.Enqueue(SpeakAsync(_blocks++, blocks.Current, stop.Token));
                if (!running.TryPeek(out var first))
                    yield break;
                foreach (var clip in await first)
                    yield return clip;
                _ = running.Dequeue();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<IReadOnlyList<CorpusClip>> SpeakAsync(int number, Utterance[] utterances, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (journal.Find(number) is { } done)
            return done;
        var clips = await speak(new SpeechBlock(folder, utterances), cancellationToken);
        journal.Add(number, clips);
        return clips;
    }
}
