using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Web.Identity;

/// <summary>
/// Makes the configured operator account at start-up when it is missing. An account that exists keeps its password:
/// configuration that lies around must not be able to take it over later.
/// </summary>
public sealed partial class FirstOperator(
    IServiceScopeFactory scopes,
    IOptions<OperatorsOptions> options,
    TimeProvider time,
    ILogger<FirstOperator> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { Email: { } email, Password: { } password })
            return;
        await using var scope = scopes.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PlatformUser>>();
        if (!await roles.RoleExistsAsync(Roles.Operator))
            Demand(await roles.CreateAsync(new IdentityRole(Roles.Operator)));
        var user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            var now = time.GetUtcNow();
            user = new PlatformUser { Id = UserId.New(now).Value, UserName = email, Email = email, CreatedAt = now };
            Demand(await users.CreateAsync(user, password));
            await AppointAsync(users, user);
        }
        else if (!await users.IsInRoleAsync(user, Roles.Operator))
        {
            LogTaken(logger, user.Id);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task AppointAsync(UserManager<PlatformUser> users, PlatformUser user)
    {
        Demand(await users.AddToRoleAsync(user, Roles.Operator));
        LogMade(logger, user.Id);
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new OptionsValidationException(nameof(OperatorsOptions), typeof(OperatorsOptions), result.Errors.Select(error => error.Description));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the first operator account {User}")]
    private static partial void LogMade(ILogger logger, string user);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Operators:Email names the account {User}, which signed up as a customer; it was not made an operator")]
    private static partial void LogTaken(ILogger logger, string user);
}
