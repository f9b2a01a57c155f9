using Microsoft.AspNetCore.Authorization;

namespace XttsSaas.Web.Identity;

/// <summary>The credentials act for an active tenant; <paramref name="PersonOnly"/> refuses API keys.</summary>
public sealed record TenantRequirement(bool PersonOnly) : IAuthorizationRequirement;
