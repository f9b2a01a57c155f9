using XttsSaas.Datasets.Building;

namespace XttsSaas.Datasets.Tests.Building;

public sealed class DatasetSplitTests
{
    [Fact]
    public void HoldOut_SeveralSources_KeepsThemWhole()
    {
        var clips = Clips(12, 10);

        var heldOut = DatasetSplit.HoldOut(clips, 0.1, 1);

        Assert.InRange(heldOut.Count(held => held), 10, 14);
        Assert.All(clips.Zip(heldOut).GroupBy(pair => pair.First.Source), source => Assert.Single(source.Select(pair => pair.Second).Distinct()));
    }

    [Fact]
    public void HoldOut_OneSource_SplitsItInOnePlaceAtTenPercent()
    {
        var heldOut = DatasetSplit.HoldOut(Clips(1, 50), 0.1, 1);

        Assert.Equal(Enumerable.Repeat(false, 45).Concat(Enumerable.Repeat(true, 5)), heldOut);
    }

    [Fact]
    public void HoldOut_SameSeed_IsTheSameAndAnotherSeedDiffers()
    {
        var clips = Clips(20, 5);

        Assert.Equal(DatasetSplit.HoldOut(clips, 0.1, 7), DatasetSplit.HoldOut(clips, 0.1, 7));
        Assert.Contains(Enumerable.Range(8, 10), seed => !DatasetSplit.HoldOut(clips, 0.1, seed).SequenceEqual(DatasetSplit.HoldOut(clips, 0.1, 7)));
    }

    [Fact]
    public void HoldOut_AnySizes_HasBothSidesNearTheShare()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            BuildClip[] clips = [.. Enumerable.Range(0, random.Next(1, 12)).SelectMany(source => Enumerable.Range(0, random.Next(1, 40)).Select(clip => new BuildClip("", $"text {source} {clip}", $"source {source}")))];

            var held = DatasetSplit.HoldOut(clips, 0.1, seed).Count(value => value);

            if (clips.Length >= 2)
                Assert.InRange(held, Math.Max(1, (clips.Length * 0.08) - 1), Math.Min(clips.Length - 1, (clips.Length * 0.12) + 1));
        }
    }

    [Fact]
    public void HoldOut_TextInTwoSources_IsOnOneSide()
    {
        BuildClip[] clips = [.. Clips(1, 30), new BuildClip("", "text 0 0", "other")];

        Assert.All(Enumerable.Range(0, 10).Select(seed => DatasetSplit.HoldOut(clips, 0.1, seed)), heldOut => Assert.Equal(heldOut[0], heldOut[30]));
    }

    private static BuildClip[] Clips(int sources, int each) =>
        [.. Enumerable.Range(0, sources).SelectMany(source => Enumerable.Range(0, each).Select(clip => new BuildClip("", $"text {source} {clip}", $"source {source:00}")))];
}
