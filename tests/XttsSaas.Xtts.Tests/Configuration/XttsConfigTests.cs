using System.Text;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Xtts.Tests.Configuration;

public sealed class XttsConfigTests
{
    [Fact]
    public void Parse_OfficialFields_AreReadByTheirNames()
    {
        const string json = """
            { "model": "xtts", "audio": { "sample_rate": 22050 }, "temperature": 0.75, "gpt_cond_len": 30, "max_ref_len": 30,
              "model_args": { "gpt_layers": 30, "gpt_n_model_channels": 1024, "gpt_start_text_token": null, "d_vector_dim": 512,
                              "cond_d_vector_in_each_upsampling_layer": true, "gpt_number_text_tokens": 6681 } }
            """;
        var config = XttsConfig.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Equal(0.75, config.Temperature);
        Assert.Equal(30, config.GptCondLen);
        Assert.Equal(XttsConfig.Full.ModelArgs, config.ModelArgs);
        Assert.Equal(6, config.Architecture.Conditioning.Blocks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ToJson_ThenParse_GivesTheSameFile(bool full)
    {
        var json = (full ? XttsConfig.Full : XttsConfig.Mini).ToJson();
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(XttsConfig.Parse(json).ToJson()));
        Assert.Contains("\"gpt_n_model_channels\"", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Contains("\"d_vector_dim\"", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Validated_SeveralFaults_AreAllNamed()
    {
        var broken = XttsConfig.Mini with
        {
            TopP = 2,
            ModelArgs = XttsConfig.Mini.ModelArgs with { GptNHeads = 5, DecoderInputDim = 7 },
            Architecture = XttsConfig.Mini.Architecture with { Vocoder = new VocoderConfig { UpsampleRates = [8, 8] } },
        };
        var error = Assert.Throws<ModelFormatException>(broken.Validated);
        foreach (var name in (string[])["top_p is 2", "gpt_n_model_channels is 256", "decoder_input_dim is 7", "upsample_rates", "upsample_kernel_sizes"])
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"model_args\": null}")]
    [InlineData("{\"model_args\": {\"gpt_layers\": \"many\"}}")]
    [InlineData("{\"architecture\": {\"vocoder\": {\"upsample_rates\": null}}}")]
    public void Parse_Nonsense_IsRefused(string json) =>
        Assert.Throws<ModelFormatException>(() => XttsConfig.Parse(Encoding.UTF8.GetBytes(json)));
}
