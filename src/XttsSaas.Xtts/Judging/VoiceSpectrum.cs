using System.Numerics.Tensors;

namespace XttsSaas.Xtts.Judging;

/// <summary>
/// A voice as its mean pitch and long-term average spectrum: a measure of likeness that no network was trained for.
/// </summary>
/// <param name="MeanLogHertz">Mean ln(F0 in Hz); null where nothing is voiced.</param>
/// <param name="LongTermSpectrum">[80] mel bands in dB, mean 0.</param>
public sealed record VoiceSpectrum(double? MeanLogHertz, float[] LongTermSpectrum)
{
    /// <summary>A semitone of pitch weighs as much as this many dB of spectrum in every band.</summary>
    private const double DecibelsPerSemitone = 1;

    /// <summary>Where only one of two voices has a pitch at all, an octave is between them.</summary>
    private const double SemitonesToNoPitch = 12;

    public static VoiceSpectrum Of(SpeechFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return new VoiceSpectrum(features.Pitch.LogStatistics()?.Mean, features.LongTermSpectrum);
    }

    /// <summary>In dB: the root mean square difference of the bands and the difference of pitch, as two sides of a right angle.</summary>
    public double Distance(VoiceSpectrum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var bands = TensorPrimitives.Distance<float>(LongTermSpectrum, other.LongTermSpectrum) / Math.Sqrt(LongTermSpectrum.Length);
        return double.Hypot(bands, DecibelsPerSemitone * Semitones(other));
    }

    private double Semitones(VoiceSpectrum other) => (MeanLogHertz, other.MeanLogHertz) switch
    {
        ({ } own, { } theirs) => 12 * Math.Abs(own - theirs) / Math.Log(2),
        (null, null) => 0,
        _ => SemitonesToNoPitch,
    };
}
