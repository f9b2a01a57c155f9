using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Whisper.net;
using XttsSaas.Audio.Decoding;
using XttsSaas.Transcription.Journal;
using XttsSaas.Transcription.Models;
using XttsSaas.Transcription.Workers;

namespace XttsSaas.Transcription;

/// <summary>
/// Transcribes clips with several workers over one loaded model.
/// <code>
/// clips not in the journal → workers → ten finished → journal, on the disk → caller
/// </code>
/// A transcript reaches the caller after it is on the disk, so a job that was stopped anywhere loses and repeats nothing:
/// started again with the same journal it first gives what it had, then goes on with the rest.
/// </summary>
public sealed class WhisperTranscriber(WhisperModel model, WorkerPlan plan, AudioDecoder decoder) : IDisposable
{
    private const int Checkpoint = 10;
    private readonly WhisperFactory _factory = WhisperFactory.FromPath(model.Path);

    /// <summary>
    /// The transcript of every clip, each once, in no particular order. <paramref name="language"/> has two letters;
    /// null detects it clip by clip. Throws <see cref="Audio.AudioException"/> where a clip cannot be decoded.
    /// </summary>
    public async IAsyncEnumerable<ClipTranscript> TranscribeAsync(
        IReadOnlyList<ClipAudio> clips,
        string? language,
        string journalPath,
        IProgress<TranscriptionProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var journal = TranscriptJournal.Open(journalPath, model.Name, language);
        var missing = clips.ToDictionary(clip => clip.Key, StringComparer.Ordinal);
        foreach (var transcript in journal.Finished)
        {
            if (missing.Remove(transcript.Key))
                yield return transcript;
        }

        var done = clips.Count - missing.Count;
        progress?.Report(new TranscriptionProgress(done, clips.Count));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Channel.CreateBounded<ClipTranscript>(Checkpoint);
        var work = WorkAsync([.. missing.Values], language, results.Writer, stop.Token);
        try
        {
            await foreach (var batch in BatchesAsync(results.Reader, cancellationToken))
            {
                journal.Append(batch);
                done += batch.Count;
                progress?.Report(new TranscriptionProgress(done, clips.Count));
                foreach (var transcript in batch)
                    yield return transcript;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // its fault went through the channel
        }
    }

    public void Dispose() => _factory.Dispose();

    private async Task WorkAsync(ClipAudio[] clips, string? language, ChannelWriter<ClipTranscript> results, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            var next = -1;
            var workers = Math.Min(plan.Workers, clips.Length);
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(RunAsync, CancellationToken.None)));

            async Task RunAsync()
            {
                try
                {
                    await using var recognizer = new ClipRecognizer(Build(language), decoder);
                    while (Interlocked.Increment(ref next) is var index && index < clips.Length)
                        await results.WriteAsync(await recognizer.RecognizeAsync(clips[index], cancellationToken), cancellationToken);
                }
                catch
                {
                    Interlocked.Exchange(ref next, clips.Length); // the others finish what they have begun
                    throw;
                }
            }
        }
        catch (Exception exception)
        {
            fault = exception;
        }

        results.Complete(fault);
    }

    private WhisperProcessor Build(string? language)
    {
        var builder = _factory.CreateBuilder().WithThreads(plan.ThreadsPerWorker).WithProbabilities().WithNoContext();
        return (language is null ? builder.WithLanguageDetection() : builder.WithLanguage(language)).Build();
    }

    // The last batch may be smaller. What was finished before a fault is handed on first.
    private static async IAsyncEnumerable<List<ClipTranscript>> BatchesAsync(
        ChannelReader<ClipTranscript> results, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ClipTranscript>(Checkpoint);
        while (await HasNextAsync())
        {
            while (batch.Count < Checkpoint && results.TryRead(out var transcript))
                batch.Add(transcript);
            if (batch.Count == Checkpoint)
            {
                yield return batch;
                batch = new List<ClipTranscript>(Checkpoint);
            }
        }

        if (batch.Count > 0)
            yield return batch;
        await results.Completion;

        async Task<bool> HasNextAsync()
        {
            try
            {
                return await results.WaitToReadAsync(cancellationToken);
            }
            catch (Exception) when (results.Completion.IsFaulted && !cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }
    }
}
