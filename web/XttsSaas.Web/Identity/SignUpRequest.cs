namespace XttsSaas.Web.Identity;

/// <summary>A new customer: the person who signs up and the organisation they stand for.</summary>
public sealed record SignUpRequest(string? Email, string? Password, string? Organization);
