using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Tests.Identity;

public sealed class OperatorsOptionsTests
{
    private readonly OperatorsOptionsValidator _validator = new();

    [Fact]
    public void Options_Unset_MakeNoAccount() => Assert.True(_validator.Validate(null, new OperatorsOptions()).Succeeded);

    [Theory]
    [InlineData("operator@example.com", null)]
    [InlineData("operator@example.com", "short")]
    [InlineData(null, "a long pass phrase")]
    public void Options_HalfSet_AreRefused(string? email, string? password)
    {
        var result = _validator.Validate(null, new OperatorsOptions { Email = email, Password = password });
        Assert.True(result.Failed);
        Assert.All(result.Failures, failure => Assert.StartsWith("Operators:", failure));
    }
}
