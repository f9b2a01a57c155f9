namespace XttsSaas.Cli.Demo;

/// <summary>What a demo must have shown to count as passed.</summary>
internal static class DemoVerdict
{
    private const int FewestSegments = 20;
    private const int FewestSteps = 20;
    private const int SampleRate = 24_000;
    private const double QuietestDecibels = -60;

    public static IReadOnlyList<string> Faults(DemoSummary summary)
    {
        var faults = new List<string>();
        Expect(summary.Segments >= FewestSegments, $"Only {summary.Segments} segments were accepted; at least {FewestSegments} were expected.");
        Expect(summary.Steps >= FewestSteps, $"Only {summary.Steps} steps were trained; at least {FewestSteps} were expected.");
        Expect(summary.LastTrainLoss < summary.FirstTrainLoss, $"The training loss did not fall: {summary.FirstTrainLoss} → {summary.LastTrainLoss}.");
        Expect(summary.CharactersBilled == summary.CharactersSent, $"{summary.CharactersSent} characters were sent and {summary.CharactersBilled} billed.");
        foreach (var wav in summary.Wavs)
        {
            var probe = WavProbe.Read(File.ReadAllBytes(wav));
            Expect(probe.SampleRate == SampleRate, $"{wav} has {probe.SampleRate} Hz, not {SampleRate}.");
            Expect(probe.Seconds > 0 && probe.RmsDecibels > QuietestDecibels, $"{wav} is silent ({probe.RmsDecibels:0} dBFS).");
        }
        return faults;

        void Expect(bool holds, string fault)
        {
            if (!holds)
                faults.Add(fault);
        }
    }
}
