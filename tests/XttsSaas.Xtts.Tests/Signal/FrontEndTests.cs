using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tests.Signal;

public sealed class FrontEndTests
{
    [Fact]
    public void FrontEnds_GoldenAudio_GiveTheReferencesNumbers()
    {
        using var golden = GoldenPack.Case("audio_frontend_short");
        var (audio, stats) = (golden.Input("wav22k"), golden.Input("mel_norms"));
        golden.AssertClose("cond_mel", FrontEnds.Style(audio, stats).Values);
        golden.AssertClose("dvae_mel", FrontEnds.Dvae(audio, stats).Values);
        var at16k = Resampler.Resample(audio, 22050, 16000);
        golden.AssertClose("wav16k", at16k);
        golden.AssertClose("spk_mel", FrontEnds.SpeakerPower(at16k).Values);
        golden.AssertClose("spk_logmel_instnorm", FrontEnds.Speaker(at16k).Values);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(16000)]
    [InlineData(24000)]
    [InlineData(44100)]
    [InlineData(48000)]
    public void Resample_GoldenRates_GivesTheReferencesNumbers(int rate)
    {
        using var golden = GoldenPack.Case("audio_resample_interp");
        golden.AssertClose($"r{rate}_to_22050", Resampler.Resample(golden.Input($"w{rate}"), rate, 22050));
    }

    [Fact]
    public void Stretch_GoldenScales_GivesTheReferencesNumbers()
    {
        using var golden = GoldenPack.Case("audio_resample_interp");
        var x = golden.Input("x");
        const int rows = 10;
        var fourfold = LinearInterpolation.Stretch(x, rows, 4);
        golden.AssertClose("interp_x4", fourfold);
        golden.AssertClose("interp_x4_then_24k", LinearInterpolation.Stretch(fourfold, rows, 24000.0 / 22050));
        golden.AssertClose("interp_len_0.8000", LinearInterpolation.Stretch(x, rows, 1 / 1.25));
        golden.AssertClose("interp_len_1.2500", LinearInterpolation.Stretch(x, rows, 1 / 0.8));
        golden.AssertClose("interp_len_0.9091", LinearInterpolation.Stretch(x, rows, 1 / 1.1));
        golden.AssertClose("interp_len_1.4286", LinearInterpolation.Stretch(x, rows, 1 / 0.7));
    }

    [Fact]
    public void Style_FewerSamplesThanHalfAnFft_IsRefused() =>
        Assert.Throws<ArgumentException>(() => FrontEnds.Style(new float[1024], new float[80]));
}
