using Microsoft.AspNetCore.Authorization;

namespace XttsSaas.Web.Identity;

/// <summary>The person is an operator of the platform.</summary>
public sealed class OperatorRequirement : AuthorizationHandler<OperatorRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OperatorRequirement requirement)
    {
        if (context.User.IsInRole(Roles.Operator))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
