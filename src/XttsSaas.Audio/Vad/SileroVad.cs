using System.Runtime.CompilerServices;
using Microsoft.ML.OnnxRuntime;

namespace XttsSaas.Audio.Vad;

/// <summary>
/// Silero VAD v5: the probability of speech for every 32 ms of 16 kHz sound. One instance serves any number of
/// recordings at once: what the model remembers of a recording lives in the call.
/// </summary>
public sealed class SileroVad : IDisposable
{
    public const int SampleRate = 16_000;
    public const int FrameSamples = 512;
    private const int ContextSamples = 64;
    private const int StateSize = 128;
    private static readonly string[] InputNames = ["input", "state", "sr"];
    private static readonly string[] OutputNames = ["output", "stateN"];
    private readonly InferenceSession _session;

    public SileroVad(string modelPath)
    {
        // The model is small: more threads would only wait for each other.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new InferenceSession(modelPath, options);
    }

    public static double FrameSeconds => FrameSamples / (double)SampleRate;

    /// <summary>Where the build puts the model.</summary>
    public static string ShippedModelPath => Path.Combine(AppContext.BaseDirectory, "models", "silero_vad_v5.onnx");

    /// <summary>
    /// One probability in [0, 1] per 512 samples of mono 16 kHz sound in [-1, 1]; the last frame is filled with
    /// silence. Chunks may have any length.
    /// </summary>
    public async IAsyncEnumerable<float> ProbabilitiesAsync(
        IAsyncEnumerable<float[]> chunks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var frames = new Frames(_session);
        await foreach (var chunk in chunks.WithCancellation(cancellationToken))
        {
            for (var offset = 0; offset < chunk.Length;)
            {
                offset += frames.Fill(chunk.AsSpan(offset));
                if (frames.Full)
                    yield return frames.Run();
            }
        }

        if (frames.Started)
            yield return frames.Run();
    }

    public void Dispose() => _session.Dispose();

    /// <summary>One recording's frame, context and recurrent state, in memory that the model reads and writes.</summary>
    private sealed class Frames : IDisposable
    {
        private readonly InferenceSession _session;
        private readonly RunOptions _run = new();
        private readonly float[] _input = new float[ContextSamples + FrameSamples];
        private readonly float[] _state = new float[2 * StateSize];
        private readonly float[] _nextState = new float[2 * StateSize];
        private readonly float[] _probability = new float[1];
        private readonly OrtValue[] _inputs;
        private readonly OrtValue[] _outputs;
        private int _filled;

        public Frames(InferenceSession session)
        {
            _session = session;
            _inputs =
            [
                OrtValue.CreateTensorValueFromMemory(_input, [1, ContextSamples + FrameSamples]), // [batch, time]
                OrtValue.CreateTensorValueFromMemory(_state, [2, 1, StateSize]), // [layer, batch, channel]
                OrtValue.CreateTensorValueFromMemory<long>([SampleRate], []),
            ];
            _outputs =
            [
                OrtValue.CreateTensorValueFromMemory(_probability, [1, 1]), // [batch, 1]
                OrtValue.CreateTensorValueFromMemory(_nextState, [2, 1, StateSize]), // [layer, batch, channel]
            ];
        }

        public bool Full => _filled == FrameSamples;

        public bool Started => _filled > 0;

        public int Fill(ReadOnlySpan<float> samples)
        {
            var taken = Math.Min(samples.Length, FrameSamples - _filled);
            samples[..taken].CopyTo(_input.AsSpan(ContextSamples + _filled));
            _filled += taken;
            return taken;
        }

        public float Run()
        {
            _input.AsSpan(ContextSamples + _filled).Clear();
            _session.Run(_run, InputNames, _inputs, OutputNames, _outputs);
            _nextState.CopyTo(_state, 0);
            _input.AsSpan(FrameSamples).CopyTo(_input); // the frame's last 64 samples are the next one's context
            _filled = 0;
            return _probability[0];
        }

        public void Dispose()
        {
            foreach (var value in _inputs.Concat(_outputs))
                value.Dispose();
            _run.Dispose();
        }
    }
}
