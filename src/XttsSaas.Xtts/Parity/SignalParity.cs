using System.Globalization;
using System.Text.RegularExpressions;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Parity;

/// <summary>The audio front ends, resampling and interpolation, which are computed here and by no runtime.</summary>
public sealed partial class SignalParity : IParityEngine
{
    private readonly Dictionary<string, Func<ParityCase, IEnumerable<ParityOutput>>> _kinds = new(StringComparer.Ordinal)
    {
        ["audio_filterbanks"] = _ => Filterbanks(),
        ["audio_frontend"] = FrontEnd,
        ["audio_resample_interp"] = ResampleAndInterpolate,
    };

    public string Name => "managed";

    public IReadOnlySet<string> Kinds => _kinds.Keys.ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<ParityOutput> Compute(ParityCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return [.. _kinds[test.Entry.Kind](test)];
    }

    public void Dispose()
    {
    }

    private static IEnumerable<ParityOutput> Filterbanks()
    {
        yield return Triangles("fb_2048", MelSettings.Style);
        yield return Triangles("fb_1024", MelSettings.Dvae);
        yield return Triangles("fb_spk", MelSettings.Speaker);
        yield return ParityOutput.Of("hann_1024", Single(MelFilterbank.Window(MelSettings.Style)));
        yield return ParityOutput.Of("hamming_400", Single(MelFilterbank.Window(MelSettings.Speaker)));
    }

    private static IEnumerable<ParityOutput> FrontEnd(ParityCase test)
    {
        var (audio, norms) = (test.Input("wav22k"), test.Input("mel_norms"));
        yield return Mel("cond_mel", FrontEnds.Style(audio, norms));
        yield return Mel("dvae_mel", FrontEnds.Dvae(audio, norms));
        var slow = Resampler.Resample(audio, MelSettings.Style.SampleRate, MelSettings.Speaker.SampleRate);
        yield return ParityOutput.Of("wav16k", slow, new TensorShape(1, slow.Length));
        yield return Mel("spk_mel", FrontEnds.SpeakerPower(slow));
        yield return Mel("spk_logmel_instnorm", FrontEnds.Speaker(slow));
    }

    /// <summary>Outputs say what they are: <c>r8000_to_22050</c>, <c>interp_x4</c>, <c>interp_x4_then_24k</c>, <c>interp_len_1.2500</c>.</summary>
    private static IEnumerable<ParityOutput> ResampleAndInterpolate(ParityCase test)
    {
        foreach (var name in test.Outputs.Keys)
        {
            if (ResampleName().Match(name) is { Success: true } rates)
            {
                var (from, to) = (Integer(rates.Groups[1]), Integer(rates.Groups[2]));
                var resampled = Resampler.Resample(test.Input($"w{from}"), from, to);
                yield return ParityOutput.Of(name, resampled, new TensorShape(1, resampled.Length));
            }
            else if (LengthName().Match(name) is { Success: true } length)
                yield return Stretched(test, name, double.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture));
            else if (name == "interp_x4")
                yield return Stretched(test, name, 4);
            else if (name == "interp_x4_then_24k")
                yield return Stretched(test, name, 4, 24000.0 / 22050.0);
        }
    }

    /// <summary>The reference's own speeds are 1.25, 0.8, 1.1 and 0.7: a printed scale of four digits stands for the exact quotient.</summary>
    private static ParityOutput Stretched(ParityCase test, string name, params ReadOnlySpan<double> scales)
    {
        var (values, shape) = (test.Input("x"), test.InputShape("x"));
        var rows = (int)(shape[0] * shape[1]);
        foreach (var scale in scales)
            values = LinearInterpolation.Stretch(values, rows, Exact(scale));
        return ParityOutput.Of(name, values, new TensorShape(shape[0], shape[1], values.Length / rows));
    }

    private static double Exact(double printed)
    {
        var speed = Math.Round(1 / printed, 2);
        return Math.Abs((1 / speed) - printed) < 5e-5 ? 1 / speed : printed;
    }

    private static ParityOutput Mel(string name, MelSpectrogram mel) => ParityOutput.Of(name, mel.Values, new TensorShape(1, mel.Mels, mel.Frames));

    private static ParityOutput Triangles(string name, MelSettings settings) =>
        ParityOutput.Of(name, Single(MelFilterbank.Triangles(settings)), new TensorShape((settings.FftSize / 2) + 1, settings.Mels));

    private static float[] Single(double[] values) => Array.ConvertAll(values, value => (float)value);

    private static int Integer(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^r(\d+)_to_(\d+)$")]
    private static partial Regex ResampleName();

    [GeneratedRegex(@"^interp_len_(\d+\.\d+)$")]
    private static partial Regex LengthName();
}
