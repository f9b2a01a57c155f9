using XttsSaas.Audio;
using XttsSaas.Audio.Loudness;
using XttsSaas.Audio.Segmentation;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Vad;
using XttsSaas.Datasets.Alignment;
using XttsSaas.Datasets.Tests.Fixtures;

namespace XttsSaas.Datasets.Tests.Alignment;

public sealed class TranscriptAlignerTests : IDisposable
{
    private static readonly SegmenterOptions Options = new();
    private readonly Workspace _workspace = new();
    private readonly Engine _engine = new();

    public void Dispose()
    {
        _engine.Dispose();
        _workspace.Dispose();
    }

    [Fact]
    public async Task Align_RealSpeech_GivesEverySegmentTheWordsThatAreHeardInIt()
    {
        var recording = await Recording.SpeakAsync(_workspace, Recording.Story);
        var analysis = await _engine.Analyzer.AnalyzeAsync(recording.Path, new VadOptions(), null, default);

        var alignment = new TranscriptAligner(Options).Align(recording.Text, analysis.Speech, analysis.Envelope, analysis.Seconds);

        Assert.Empty(alignment.UnmatchedText);
        Assert.Equal(recording.Text, string.Join(' ', alignment.Segments.Select(segment => segment.Text)));
        foreach (var segment in alignment.Segments)
        {
            var first = Array.FindIndex(Recording.Story, sentence => segment.Text.StartsWith(sentence, StringComparison.Ordinal));
            var last = Array.FindIndex(Recording.Story, sentence => segment.Text.EndsWith(sentence, StringComparison.Ordinal));
            Assert.True(first >= 0 && last >= first, $"\"{segment.Text}\" is not made of whole sentences");
            Assert.InRange(segment.Range.Start, recording.Times[first].Start - 0.3, recording.Times[first].Start + 0.3);
            Assert.InRange(segment.Range.End, recording.Times[last].End - 0.5, recording.Times[last].End + 0.3);
            Assert.InRange(segment.Range.Length, Options.MinSeconds, Options.MaxSeconds);
            Assert.InRange(segment.Confidence, 0.6, 1);
        }
    }

    [Fact]
    public void Align_SimulatedSpeakers_PutsAlmostEveryBoundaryBetweenTheRightSentences()
    {
        var (right, all) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var (text, speech, ends, duration) = Simulate(seed);

            var alignment = new TranscriptAligner(Options).Align(text, speech, new EnergyEnvelope(16_000), duration);

            var said = "";
            foreach (var segment in alignment.Segments)
            {
                said = said.Length == 0 ? segment.Text : said + " " + segment.Text;
                all++;
                right += ends.TryGetValue(said.Length, out var end) && Math.Abs(end - segment.Range.End) < 0.2 ? 1 : 0;
            }
        }

        Assert.True(right >= all * 0.95, $"{right} of {all}");
    }

    [Fact]
    public void Align_ShortRecording_IsOneSegment()
    {
        var alignment = new TranscriptAligner(Options).Align("One. Two.", [new TimeRange(1, 2), new TimeRange(3, 4)], new EnergyEnvelope(16_000), 5);

        Assert.Equal(new AlignedSegment(new TimeRange(0.9, 4.1), "One. Two.", 1), Assert.Single(alignment.Segments));
    }

    [Fact]
    public void Align_TextThatWasNotSpoken_IsReportedAndTheRestStaysRight()
    {
        var (text, speech, ends, duration) = Simulate(3);
        const string Extra = "This very long sentence was written into the transcript but it was never spoken by anybody at all in the whole recording.";

        var alignment = new TranscriptAligner(Options).Align(text + " " + Extra, speech, new EnergyEnvelope(16_000), duration);

        var said = "";
        foreach (var segment in alignment.Segments.SkipLast(1))
        {
            said = said.Length == 0 ? segment.Text : said + " " + segment.Text;
            Assert.Equal(ends[said.Length], segment.Range.End, 0.2);
        }

        Assert.True(alignment.UnmatchedText.Contains(Extra) || alignment.Segments[^1].Confidence < 0.5);
    }

    [Fact]
    public void Align_NoSpeech_ReturnsTheTextAsUnmatched() =>
        Assert.Equal(["Hello."], new TranscriptAligner(Options).Align("Hello.", [], new EnergyEnvelope(16_000), 5).UnmatchedText);

    [Fact]
    public void Align_AnySpeechAndText_KeepsOrderLimitsAndWords()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var speech = Simulate(seed).Speech.Where(_ => random.Next(4) > 0).ToArray();
            var text = Simulate(seed + 100).Text;
            if (speech.Length == 0)
                continue;

            var alignment = new TranscriptAligner(Options).Align(text, speech, new EnergyEnvelope(16_000), speech[^1].End + 1);

            Assert.All(alignment.Segments, segment => Assert.InRange(segment.Range.Length, 0.01, Options.MaxSeconds + 1e-6));
            Assert.All(alignment.Segments, segment => Assert.InRange(segment.Confidence, 0, 1));
            Assert.All(alignment.Segments.Zip(alignment.Segments.Skip(1)), pair => Assert.True(pair.First.Range.End <= pair.Second.Range.Start + 1e-9));
            var words = alignment.Segments.Sum(segment => segment.Text.Split(' ').Length) + alignment.UnmatchedText.Sum(unit => unit.Split(' ').Length);
            Assert.Equal(text.Split(' ').Length, words);
        }
    }

    // Sentences of one or two clauses; a clause is a region; the speaker's rate varies by a tenth from clause to clause.
    private static (string Text, TimeRange[] Speech, Dictionary<int, double> Ends, double Duration) Simulate(int seed)
    {
        var random = new Random(seed);
        var (text, time) = ("", 0.5);
        List<TimeRange> speech = [];
        Dictionary<int, double> ends = []; // time at which the text of that length has been said
        for (var sentence = 0; sentence < 30; sentence++)
        {
            for (var clauses = random.Next(1, 3); clauses > 0; clauses--)
            {
                var words = Enumerable.Range(0, random.Next(3, 11)).Select(_ => new string((char)('a' + random.Next(26)), random.Next(2, 10)));
                var clause = string.Join(' ', words) + (clauses == 1 ? "." : ",");
                text += (text.Length == 0 ? "" : " ") + clause;
                var length = TextSplitter.Weigh(clause) * 0.07 * (0.9 + (0.2 * random.NextDouble()));
                speech.Add(new TimeRange(time, time + length));
                ends[text.Length] = time + length;
                time += length + (clauses == 1 ? 0.5 + (0.4 * random.NextDouble()) : 0.25 + (0.15 * random.NextDouble()));
            }
        }

        return (text, [.. speech], ends, time);
    }
}
