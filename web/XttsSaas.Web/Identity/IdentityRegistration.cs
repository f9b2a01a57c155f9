using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using XttsSaas.Persistence;
using XttsSaas.Persistence.Model;
using XttsSaas.Web.Composition;
using XttsSaas.Web.Keys;

namespace XttsSaas.Web.Identity;

/// <summary>Accounts, the three ways to authenticate, and what they may do.</summary>
public static class IdentityRegistration
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        AddAccounts(services);
        AddSchemes(services, https: PublicAddress.IsHttps(builder.Configuration));
        AddPolicies(services);
        services.AddAntiforgery(options => options.HeaderName = CookieAntiforgery.Header);
        services.AddOptions<OperatorsOptions>().BindConfiguration(OperatorsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OperatorsOptions>, OperatorsOptionsValidator>();
        services.AddHostedService<FirstOperator>();
        return builder;
    }

    /// <summary>Everything that must have happened before an endpoint runs.</summary>
    public static WebApplication UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<CookieAntiforgery>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<CallerTenantMiddleware>();
        return app;
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<PlatformUser>(options =>
        {
            PasswordRules.Apply(options.Password);
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = string.Empty;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<PlatformDbContext>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddScoped<SignUp>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<AccessTokens>();
    }

    private static void AddSchemes(IServiceCollection services, bool https)
    {
        services.AddAuthentication(Schemes.Any)
            .AddPolicyScheme(Schemes.Any, displayName: null, options => options.ForwardDefaultSelector = SchemeSelector.Select)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, ApiKeyAuthentication>(Schemes.ApiKey, configureOptions: null)
            .AddBearerToken(Schemes.AccessToken, options =>
            {
                options.BearerTokenExpiration = TokenLifetime;
                options.Events.OnMessageReceived = context =>
                {
                    context.Token = SchemeSelector.Credential(context.Request);
                    return Task.CompletedTask;
                };
            })
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(options => CookieRules.Apply(options, https));
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<TenantResolver>();
        services.AddScoped<TenantGrains>();
        services.AddScoped<IAuthorizationHandler, TenantAuthorization>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationAnswers>();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<CurrentTenant>()
            ?? throw new InvalidOperationException($"CurrentTenant was asked for where no policy of {nameof(Policies)} stands in front."));
        var tenant = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new TenantRequirement(PersonOnly: false)).Build();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(tenant)
            .AddPolicy(Policies.Tenant, tenant)
            .AddPolicy(Policies.Person, policy => policy.RequireAuthenticatedUser().AddRequirements(new TenantRequirement(PersonOnly: true)))
            .AddPolicy(Policies.Operator, policy => policy.RequireAuthenticatedUser().AddRequirements(new OperatorRequirement()));
    }
}
