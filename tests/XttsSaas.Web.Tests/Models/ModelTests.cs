namespace XttsSaas.Web.Tests.Models;

public sealed class ModelTests(PlatformFixture platform)
{
    [Fact]
    public async Task Models_ShowTheShippedOneWithItsLicence()
    {
        var customer = await platform.SignUpAsync();
        var model = Assert.Single((await customer.GetAsync("/v1/models")).GetProperty("data").EnumerateArray());
        Assert.Equal("xtts-mini", model.GetProperty("name").GetString());
        Assert.True(model.GetProperty("default").GetBoolean());
        Assert.True(model.GetProperty("commercialUse").GetBoolean());
        Assert.NotEmpty(model.GetProperty("licence").GetString()!);
        Assert.Contains("en", model.GetProperty("languages").EnumerateArray().Select(language => language.GetString()));
    }
}
