namespace XttsSaas.Cli.Demo;

/// <summary>The person who signs up in the demo; the password is made for one run.</summary>
internal sealed record DemoAccount(string Email, string Password)
{
    public static DemoAccount New() => new("demo@example.com", $"Demo-{Guid.NewGuid():N}");
}
