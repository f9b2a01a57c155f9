namespace XttsSaas.Web.Identity;

public sealed record LogInRequest(string? Email, string? Password);
