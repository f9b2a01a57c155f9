namespace XttsSaas.Web.Problems;

/// <summary>Errors as application/problem+json, and a request id on everything.</summary>
public static class ProblemRegistration
{
    public static WebApplicationBuilder AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return builder;
    }

    public static WebApplication UseProblems(this WebApplication app)
    {
        app.UseMiddleware<RequestIdMiddleware>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerPage });
        app.UseWhen(context => ApiPaths.IsApi(context.Request.Path), api => api.UseStatusCodePages(pages => Answer(pages.HttpContext)));
        return app;
    }

    /// <summary>Routing and the server answer some errors with a bare status: this gives them their body.</summary>
    private static Task Answer(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return new ProblemResult(ProblemCatalog.OfStatus(status), status).ExecuteAsync(context);
    }

    private static Task AnswerPage(HttpContext context) => context.Response.WriteAsync(
        $"Something went wrong on our side. Quote {context.TraceIdentifier} when you ask about it.",
        context.RequestAborted);
}
