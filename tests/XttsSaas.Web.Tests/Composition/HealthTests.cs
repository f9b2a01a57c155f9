namespace XttsSaas.Web.Tests.Composition;

public sealed class HealthTests(PlatformFixture platform)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningPlatform_IsGood(string address)
    {
        using var answer = await platform.Anonymous().Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
    }
}
