using XttsSaas.Datasets.Synthetic.Speakers;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Tests.Synthetic;

public sealed class SpeakerCastTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(200)]
    public void Draw_AnyNumber_GivesSpeakersThatCanBeToldApart(int training)
    {
        var speakers = SpeakerCast.Draw(training, seed: 5);

        Assert.Equal((training, 12), (Of(speakers, SpeakerSplit.Training).Count, Of(speakers, SpeakerSplit.Unseen).Count));
        Assert.Equal(Enumerable.Range(0, training + 12).Select(number => $"s{number:000}"), speakers.Select(speaker => speaker.Id));
        foreach (var variant in speakers.GroupBy(speaker => speaker.Variant))
        {
            var pitches = variant.Select(speaker => speaker.Pitch).Order().ToArray();
            Assert.All(pitches.Zip(pitches.Skip(1)), pair => Assert.True(pair.Second - pair.First >= SpeakerCast.PitchDistance));
        }
        Assert.All(speakers, speaker => Assert.True(speaker is { Pitch: >= 20 and <= 80, Range: >= 30 and <= 70, Speed: >= 150 and <= 200 }));
    }

    [Fact]
    public void Draw_Unseen_HaveVariantsOfTheirOwn()
    {
        var speakers = SpeakerCast.Draw(SpeakerCast.MostTraining, seed: 3);

        var unseen = Of(speakers, SpeakerSplit.Unseen).Select(speaker => speaker.Variant).ToList();
        Assert.Equal(12, unseen.Distinct().Count());
        Assert.Equal(4, unseen.Count(EspeakVariants.High.Contains));
        Assert.Empty(unseen.Intersect(Of(speakers, SpeakerSplit.Training).Select(speaker => speaker.Variant)));
    }

    [Fact]
    public void Draw_SameSeed_GivesTheSameSpeakers()
    {
        Assert.Equal(SpeakerCast.Draw(50, 9), SpeakerCast.Draw(50, 9));
        Assert.NotEqual(SpeakerCast.Draw(50, 9), SpeakerCast.Draw(50, 10));
    }

    [Fact]
    public void Crowd_Count_HasTheTrainingVariantsAtAnyPitchAndVocalTract()
    {
        var cast = SpeakerCast.Draw(96, seed: 1);

        var crowd = SpeakerCast.Crowd(cast, 1000, seed: 1);

        Assert.Equal(Enumerable.Range(0, 1000).Select(number => $"c{number:0000}"), crowd.Select(speaker => speaker.Id));
        Assert.Empty(crowd.Select(speaker => speaker.Variant).Intersect(Of(cast, SpeakerSplit.Unseen).Select(speaker => speaker.Variant)));
        Assert.Equal(40, crowd.Select(speaker => speaker.Variant).Distinct().Count());
        Assert.Equal(Enumerable.Range(20, 61), crowd.Select(speaker => speaker.Pitch).Distinct().Order());
        Assert.Equal(Enumerable.Range(88, 27), crowd.Select(speaker => speaker.Formants).Distinct().Order());
        Assert.Equal(crowd, SpeakerCast.Crowd(cast, 1000, seed: 1));
        Assert.NotEqual(crowd, SpeakerCast.Crowd(cast, 1000, seed: 2));
    }

    private static List<CorpusSpeaker> Of(IReadOnlyList<CorpusSpeaker> speakers, SpeakerSplit split) => [.. speakers.Where(speaker => speaker.Split == split)];
}
