using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Whisper.net.Wave;

namespace Whisper.net;

/// <summary>
/// Transcribes one recording at a time. Segments come out while the recording is still being worked on: the native
/// call runs on a thread of its own and hands them over through a channel. Cancelling makes the native call stop at
/// its next computation; segments that were ready by then may still come out first. A loop should be ended by
/// cancelling, not by leaving it: the package goes on to the recording's end then, while here the native call stops.
/// </summary>
public sealed class WhisperProcessor : IAsyncDisposable, IDisposable
{
    private readonly nint _context;
    private readonly ProcessorOptions _options;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _disposed;

    internal WhisperProcessor(nint context, ProcessorOptions options) => (_context, _options) = (context, options);

    /// <summary>Transcribes a 16 kHz PCM16 WAV stream.</summary>
    public async IAsyncEnumerable<SegmentData> ProcessAsync(Stream waveStream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var samples = await new WaveParser(waveStream).GetAvgSamplesAsync(cancellationToken);
        await foreach (var segment in ProcessAsync(samples, cancellationToken))
            yield return segment;
    }

    /// <summary>Transcribes mono 16 kHz samples in [-1, 1]; less than a tenth of a second gives nothing.</summary>
    public IAsyncEnumerable<SegmentData> ProcessAsync(float[] samples, CancellationToken cancellationToken = default) =>
        ProcessAsync(samples.AsMemory(), cancellationToken);

    /// <summary>Transcribes mono 16 kHz samples in [-1, 1]; less than a tenth of a second gives nothing.</summary>
    public async IAsyncEnumerable<SegmentData> ProcessAsync(ReadOnlyMemory<float> samples, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        var run = new Run(this, cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var work = Task.Run(() => run.Execute(samples), CancellationToken.None);
            try
            {
                await foreach (var segment in run.Segments.ReadAllAsync(CancellationToken.None))
                {
                    ThrowIfCancelled(cancellationToken);
                    yield return segment;
                }
            }
            finally
            {
                run.Stop();
                await work;
            }

            ThrowIfCancelled(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() =>
        _disposed = _turn.CurrentCount > 0 ? true : throw new InvalidOperationException("A recording is being processed; use DisposeAsync, which waits for its end.");

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _disposed = true;
        _turn.Release();
    }

    private static void ThrowIfCancelled(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            throw new TaskCanceledException();
    }

    private SegmentData Read(nint state, int segment)
    {
        var tokens = new WhisperToken[Native.TokenCount(state, segment)];
        for (var i = 0; i < tokens.Length; i++)
        {
            Native.TokenData(state, segment, i, out var data);
            tokens[i] = new WhisperToken
            {
                Id = data.Id,
                Probability = data.Probability,
                ProbabilityLog = data.LogProbability,
                Start = data.Start,
                End = data.End,
                Text = Native.Text(Native.TokenText(_context, state, segment, i)),
            };
        }

        var probabilities = _options.Probabilities && tokens.Length > 0 ? Array.ConvertAll(tokens, token => token.Probability) : [0f];
        return new SegmentData(
            Native.Text(Native.SegmentText(state, segment)),
            TimeSpan.FromMilliseconds(10 * Native.SegmentStart(state, segment)),
            TimeSpan.FromMilliseconds(10 * Native.SegmentEnd(state, segment)),
            probabilities.Min(),
            probabilities.Max(),
            probabilities.Average(),
            Native.Text(Native.Language(Native.StateLanguage(state))),
            tokens);
    }

    /// <summary>One native call and the way out of it.</summary>
    private sealed class Run(WhisperProcessor processor, CancellationToken cancellationToken)
    {
        private readonly Channel<SegmentData> _segments = Channel.CreateUnbounded<SegmentData>();
        private readonly WhisperProcessor _processor = processor;
        private volatile bool _stopped;

        public ChannelReader<SegmentData> Segments => _segments.Reader;

        private bool Aborted => _stopped || cancellationToken.IsCancellationRequested;

        public void Stop() => _stopped = true;

        public unsafe void Execute(ReadOnlyMemory<float> samples)
        {
            var handle = GCHandle.Alloc(this);
            var options = _processor._options;
            var language = Marshal.StringToCoTaskMemUTF8(string.IsNullOrEmpty(options.Language) ? "auto" : options.Language);
            var prompt = Marshal.StringToCoTaskMemUTF8(options.Prompt);
            try
            {
                using var pinned = samples.Pin();
                var status = Native.Process(
                    _processor._context, Flatten(options, language, prompt), (float*)pinned.Pointer, samples.Length,
                    &OnSegment, &IsAborted, GCHandle.ToIntPtr(handle));
                _segments.Writer.Complete(status == 0 || Aborted ? null : new WhisperProcessingException(status));
            }
            catch (Exception fault)
            {
                _segments.Writer.Complete(fault);
            }
            finally
            {
                Marshal.FreeCoTaskMem(language);
                Marshal.FreeCoTaskMem(prompt);
                handle.Free();
            }
        }

        private static NativeOptions Flatten(ProcessorOptions options, nint language, nint prompt) => new()
        {
            Threads = options.Threads,
            MaxSegmentLength = options.MaxSegmentLength,
            MaxTokensPerSegment = options.MaxTokensPerSegment,
            Translate = options.Translate ? 1 : 0,
            SingleSegment = options.SingleSegment ? 1 : 0,
            TokenTimestamps = options.TokenTimestamps ? 1 : 0,
            Temperature = options.Temperature ?? -1,
            TemperatureIncrement = options.TemperatureIncrement ?? -1,
            Language = language,
            Prompt = prompt,
        };

        [UnmanagedCallersOnly]
        private static void OnSegment(nint state, int segment, nint user)
        {
            var run = (Run)GCHandle.FromIntPtr(user).Target!;
            if (run._processor.Read(state, segment) is { Text: not "" } heard)
                run._segments.Writer.TryWrite(heard);
        }

        [UnmanagedCallersOnly]
        private static byte IsAborted(nint user) => ((Run)GCHandle.FromIntPtr(user).Target!).Aborted ? (byte)1 : (byte)0;
    }
}
