using XttsSaas.Audio.Ffmpeg;

namespace XttsSaas.Audio.Tests.Ffmpeg;

public sealed class FfmpegOptionsTests
{
    [Fact]
    public void Validate_EverythingWrong_ReportsEveryFault()
    {
        var faults = new FfmpegOptions
        {
            FfmpegPath = "",
            FfprobePath = " ",
            ProbeTimeout = TimeSpan.Zero,
            DecodeTimeout = TimeSpan.FromDays(9),
            MaxDuration = TimeSpan.FromHours(-1),
        }.Validate();

        Assert.Equal(5, faults.Count);
        Assert.Empty(new FfmpegOptions().Validate());
    }
}
