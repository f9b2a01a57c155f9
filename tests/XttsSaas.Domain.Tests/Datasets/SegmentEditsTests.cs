using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Results;
using XttsSaas.Domain.Datasets;

namespace XttsSaas.Domain.Tests.Datasets;

public sealed class SegmentEditsTests
{
    private static readonly Segment Rejected = new(
        Ids.Segment(1), Ids.Source(1), 0, 0, 2, Ids.Blob(1), "one two", 0.4, SegmentVerdict.Rejected, new[] { "low confidence" });

    [Fact]
    public void Apply_Verdict_OverrulesTheRulesAndKeepsTheReasons()
    {
        var edited = SegmentEdits.Apply(Rejected, new SegmentEdit(null, SegmentVerdict.Accepted)).Value!;

        Assert.Equal((SegmentVerdict.Accepted, "one two"), (edited.Verdict, edited.Text));
        Assert.Equal("low confidence", Assert.Single(edited.Reasons));
    }

    [Fact]
    public void Apply_AcceptWithoutText_IsTextEmpty() => Assert.Equal(
        ErrorCode.TextEmpty,
        SegmentEdits.Apply(Rejected, new SegmentEdit(" ", SegmentVerdict.Accepted)).Error?.Code);

    [Fact]
    public void Apply_LineBreak_IsInvalid() => Assert.Equal(
        ErrorCode.InvalidRequest,
        SegmentEdits.Apply(Rejected, new SegmentEdit("one\ntwo", null)).Error?.Code);
}
