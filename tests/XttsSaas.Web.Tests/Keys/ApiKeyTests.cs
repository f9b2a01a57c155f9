using Microsoft.Extensions.DependencyInjection;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Keys;

namespace XttsSaas.Web.Tests.Keys;

public sealed class ApiKeyTests(PlatformFixture platform)
{
    [Fact]
    public async Task Key_Made_WorksUntilRevoked()
    {
        var owner = await platform.SignUpAsync();
        var made = await owner.PostAsync("/v1/keys", new { name = "Server" });
        var program = platform.Anonymous();
        program.Use(made.GetProperty("secret").GetString()!);
        var me = await program.GetAsync("/v1/me");
        Assert.Equal(owner.Tenant.Value, me.GetProperty("tenant").GetProperty("id").GetString());
        Assert.Equal(made.GetProperty("id").GetString(), me.GetProperty("key").GetString());

        using var revoked = await owner.Http.DeleteAsync($"/v1/keys/{made.GetProperty("id").GetString()}");
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        var problem = await Problem.OfAsync(await program.Http.GetAsync("/v1/me"));
        Assert.Equal((401, "unauthenticated"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task Secret_ShownOnce_IsStoredAsAKeyedHashOnly()
    {
        var owner = await platform.SignUpAsync();
        var secret = (await owner.PostAsync("/v1/keys", new { name = "Server" })).GetProperty("secret").GetString()!;
        Assert.Matches("^xtts_[a-z2-7]{52}$", secret);
        Assert.DoesNotContain(secret, (await owner.GetAsync("/v1/keys")).GetRawText());

        var stored = Assert.Single(await platform.Services.GetRequiredService<IApiKeyStore>().ListAsync(owner.Tenant, CancellationToken.None));
        Assert.Equal(platform.Services.GetRequiredService<ApiKeyHasher>().Hash(secret), stored.SecretHash);
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)), stored.SecretHash);
    }

    [Fact]
    public async Task WrongKey_IsRefusedWithChallenge()
    {
        var stranger = platform.Anonymous();
        stranger.Use("xtts_" + new string('a', 52));
        using var answer = await stranger.Http.GetAsync("/v1/voices");
        var problem = await Problem.OfAsync(answer);
        Assert.Equal((401, "unauthenticated"), (problem.Status, problem.Code));
        Assert.Contains("not known here", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Key_CannotMakeKeys()
    {
        var owner = await platform.SignUpAsync();
        var program = platform.Anonymous();
        program.Use((await owner.PostAsync("/v1/keys", new { name = "Server" })).GetProperty("secret").GetString()!);
        var problem = await Problem.OfAsync(await program.Http.PostAsJsonAsync("/v1/keys", new { name = "Child" }));
        Assert.Equal((403, "forbidden"), (problem.Status, problem.Code));
    }

    [Fact]
    public void Pepper_MadeOnFirstStart_IsReadableByItsOwnerOnlyAndStays()
    {
        var folder = Directory.CreateTempSubdirectory("xtts-pepper-").FullName;
        var first = ApiKeyPepper.Load(configured: null, folder);
        var second = ApiKeyPepper.Load(configured: null, folder);
        Assert.Equal(32, first.Length);
        Assert.Equal(first, second);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, ApiKeyPepper.FileName)));
        Directory.Delete(folder, recursive: true);
    }
}
