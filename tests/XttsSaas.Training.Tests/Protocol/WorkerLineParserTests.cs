using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Tests.Protocol;

public sealed class WorkerLineParserTests
{
    public static TheoryData<WorkerEvent> Events =>
    [
        new StartedEvent(20, 40, "cpu", 3_218_979, 112_408, 30, 4, [new DroppedClip("clip7", "its transcript is blank")]),
        new StepEvent(1, 5.97, 6.83, 6.89, 6.89, 0.003, 1.45, 1781.6, 18.7, 693.2),
        new ValidationEvent(20, 3.2, 2.2, 2.3, Best: true),
        new CheckpointEvent(20, "/runs/1/checkpoints/step-00000020", "c70e", Best: false, 1_359_706),
        new CompletedEvent(40, 20, "/runs/1/final", "775b", "/runs/1/adapter.safetensors"),
        new CompletedEvent(40, 20, "/runs/1/final", "775b", AdapterPath: null),
        new CompletedEvent(40, 20, "/runs/1/final", "775b", null) { Losses = new LossHistory { BestValidation = new LossPoint(20, 3.2, 2.2, 2.3) } },
        new RolledBackEvent(27, 15, 2, 0.25, "the loss was not finite"),
        new WarningEvent(3, WorkerCodes.NonFiniteStep, "skipped"),
        new FailedEvent(WorkerCodes.EmptyDataset, "no usable clip"),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void Parse_LineOfAnyEvent_GivesTheEventBack(WorkerEvent expected)
    {
        var line = WorkerLineParser.Format(expected);

        Assert.StartsWith($"{{\"type\":\"{expected.Type}\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.Equivalent(expected, WorkerLineParser.Parse(line), strict: true);
    }

    [Fact]
    public void Parse_UnknownType_GivesUnknownEvent()
    {
        var parsed = Assert.IsType<UnknownEvent>(WorkerLineParser.Parse("""{"step":3,"type":"audioSample"}"""));

        Assert.Equal("audioSample", parsed.Type);
    }

    [Fact]
    public void Parse_KnownTypeWithNewField_IgnoresTheField() =>
        Assert.Equal(
            new FailedEvent("x", "y"),
            WorkerLineParser.Parse("""{"type":"failed","code":"x","message":"y","hint":{"a":[1]}}"""));

    [Theory]
    [InlineData("")]
    [InlineData("libtorch: warning")]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"step","step":"three"}""")]
    [InlineData("""{"type":"step","ste""")]
    public void Parse_MalformedLine_GivesNull(string line) => Assert.Null(WorkerLineParser.Parse(line));

    [Fact]
    public void Report_TwoEvents_WritesTwoFlushedLines()
    {
        using var stream = new MemoryStream();
        using var writer = new StreamWriter(stream);
        var events = new WorkerLineWriter(writer);

        events.Report(new FailedEvent("a", "line\nbreak"));
        events.Report(new FailedEvent("b", ""));

        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal(["a", "b"], lines[..2].Select(line => ((FailedEvent)WorkerLineParser.Parse(line)!).Code));
    }
}
