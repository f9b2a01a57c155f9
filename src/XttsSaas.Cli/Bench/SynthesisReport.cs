using System.Globalization;

namespace XttsSaas.Cli.Bench;

/// <summary>
/// A measured sentence. Wall time is that of prefill, decode and vocoder: the voice's latents are kept between requests. The first audio
/// here is the whole sentence's. Memory in MiB, times in the unit that the name says.
/// </summary>
internal sealed record SynthesisReport(
    string Size, string Precision, int Threads, int Codes, int Characters, double AudioSeconds, double WallSeconds, double Rtf,
    double TokensPerSecond, double StepMsMedian, double StepMsMin, double TimeToFirstAudioMs, long PeakMemoryMb, IReadOnlyList<StageReport> Stages)
{
    public static SynthesisReport Of(string size, int threads, int codes, int characters, int sampleRate, IReadOnlyList<StageReport> stages)
    {
        var decode = stages.Single(stage => stage.Name == "decode");
        var wall = stages.Where(stage => stage.Name is "prefill" or "decode" or "vocoder").Sum(stage => stage.Seconds);
        var audio = (double)stages[^1].Samples / sampleRate;
        return new SynthesisReport(
            size, "fp32", threads == 0 ? Environment.ProcessorCount : threads, codes, characters, audio, wall, wall / audio,
            decode.Runs / decode.Seconds, decode.MsMedian, decode.MsMin, wall * 1000, stages.Max(stage => stage.PeakMemoryMb), stages);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Size}, {Precision}, {Threads} threads: {AudioSeconds:0.00} s of audio in {WallSeconds:0.00} s (real-time factor {Rtf:0.00}), {TokensPerSecond:0.0} codes/s, peak {PeakMemoryMb} MiB");
}
