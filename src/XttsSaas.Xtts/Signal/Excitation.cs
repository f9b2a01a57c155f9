using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Signal;

/// <summary>
/// What a vocoder with an excitation filters into speech (source-filter model; the idea of Wang, Takaki and Yamagishi 2019, "Neural
/// source-filter waveform models"): a train of band-limited pulses at the pitch, and noise. Each has unit power, one frame is one hop.
/// <code>
/// log2 pitch [frames] ─ cycles per frame ─ running sum = phase φ ─ Σ cos(2πkφ), k = 1…K ─ · √(2 / K) ─ 0 where unvoiced
/// </code>
/// The sum has a closed form, (sin((2K + 1)πφ) / sin(πφ) − 1) / 2, the Dirichlet kernel; K is the last harmonic below
/// <see cref="HighestHarmonic"/>.
/// </summary>
public static class Excitation
{
    /// <summary>Pulses and noise.</summary>
    public const int Channels = 2;

    /// <summary>log2 of the pitch, in Hz, that a pitch predictor's 0 means: about 150 Hz.</summary>
    public const float PitchOrigin = 7.25f;

    /// <summary>Predicted pitches are held between these, Hz.</summary>
    public const float LowestPitch = 50;

    /// <inheritdoc cref="LowestPitch"/>
    public const float HighestPitch = 550;

    /// <summary>No harmonic lies above this, Hz.</summary>
    public const float HighestHarmonic = 10_000;

    /// <summary>The noise repeats after this many frames: 1.4 s at hop 256 and 24 kHz.</summary>
    public const int NoiseFrames = 128;

    /// <summary>The kernel is taken no nearer than this to its peak, cycles, where it would be 0 / 0.</summary>
    public const float SmallestPhase = 1e-6f;

    /// <summary>Uniform noise of unit power, [<see cref="NoiseFrames"/>, <paramref name="hop"/>], the same everywhere.</summary>
    public static float[] Noise(int hop)
    {
        var noise = new float[NoiseFrames * hop];
        WeightFormula.Fill(noise, "vocoder-excitation-noise", 0, Math.Sqrt(3));
        return noise;
    }

    /// <summary>[<see cref="Channels"/>, frames * hop] of a pitch per frame, log2 of Hz, 0 where unvoiced.</summary>
    public static float[] Of(ReadOnlySpan<float> pitch, int hop, int sampleRate)
    {
        var samples = pitch.Length * hop;
        var excitation = new float[Channels * samples];
        var phase = 0.0; // cycles
        for (var frame = 0; frame < pitch.Length; frame++)
        {
            if (pitch[frame] > 0)
                phase = Pulses(excitation.AsSpan(frame * hop, hop), Math.Pow(2, pitch[frame]), phase, sampleRate);
        }

        var noise = Noise(hop);
        for (var sample = 0; sample < samples; sample++)
            excitation[samples + sample] = noise[sample % noise.Length];
        return excitation;
    }

    private static double Pulses(Span<float> frame, double hertz, double phase, int sampleRate)
    {
        var harmonics = Math.Floor(HighestHarmonic / hertz);
        var gain = Math.Sqrt(2 / harmonics);
        for (var i = 0; i < frame.Length; i++)
        {
            var cycles = phase + (hertz * i / sampleRate);
            cycles -= Math.Floor(cycles + 0.5);
            if (Math.Abs(cycles) < SmallestPhase)
                cycles = SmallestPhase;
            frame[i] = (float)(gain * ((Math.Sin(((2 * harmonics) + 1) * Math.PI * cycles) / Math.Sin(Math.PI * cycles)) - 1) / 2);
        }

        phase += hertz * frame.Length / sampleRate;
        return phase - Math.Floor(phase);
    }
}
