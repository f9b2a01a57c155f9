using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Judging;

/// <summary>
/// Mel-cepstra of a recording: the cosine transform of ln|mel spectrum| without its mean c0, so that loudness does not count.
/// </summary>
/// <param name="Values">Row-major [frames, order].</param>
/// <param name="Frames">How many frames there are.</param>
/// <param name="Order">Coefficients of a frame, from c1.</param>
public sealed record MelCepstra(float[] Values, int Frames, int Order)
{
    private const int FullOrder = 24; // the envelope without the harmonics of the voice
    private const int WordOrder = 12;
    private const int WordStride = 2;

    private static readonly float[] Cosines = CosineTable(MelSettings.Dvae.Mels); // [order, mels]

    public ReadOnlySpan<float> this[int frame] => Values.AsSpan(frame * Order, Order);

    /// <summary>c1 to c24 of ln(power), row-major [mels, frames] of <see cref="MelSettings.Dvae"/>.</summary>
    public static MelCepstra Of(MelSpectrogram logPower)
    {
        ArgumentNullException.ThrowIfNull(logPower);
        var values = new float[logPower.Frames * FullOrder];
        for (var order = 0; order < FullOrder; order++)
        {
            for (var mel = 0; mel < logPower.Mels; mel++)
            {
                var cosine = Cosines[(order * logPower.Mels) + mel] / (2 * logPower.Mels); // amplitude is half of ln(power)
                for (var frame = 0; frame < logPower.Frames; frame++)
                    values[(frame * FullOrder) + order] += cosine * logPower.Values[(mel * logPower.Frames) + frame];
            }
        }
        return new MelCepstra(values, logPower.Frames, FullOrder);
    }

    /// <summary>
    /// What tells words apart and voices not: the coarse envelope, c1 to c12, of every second frame, without its mean over time, which is
    /// what the speaker and the room add to every frame.
    /// </summary>
    public MelCepstra Words()
    {
        var frames = (Frames + WordStride - 1) / WordStride;
        var values = new float[frames * WordOrder];
        for (var order = 0; order < WordOrder; order++)
        {
            var mean = 0f;
            for (var frame = 0; frame < frames; frame++)
                mean += this[frame * WordStride][order] / frames;
            for (var frame = 0; frame < frames; frame++)
                values[(frame * WordOrder) + order] = this[frame * WordStride][order] - mean;
        }
        return new MelCepstra(values, frames, WordOrder);
    }

    private static float[] CosineTable(int mels)
    {
        var table = new float[FullOrder * mels];
        for (var i = 0; i < table.Length; i++)
            table[i] = (float)Math.Cos(Math.PI * ((i / mels) + 1) * ((i % mels) + 0.5) / mels);
        return table;
    }
}
