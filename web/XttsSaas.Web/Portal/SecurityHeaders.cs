using System.Security.Cryptography;

namespace XttsSaas.Web.Portal;

/// <summary>
/// Headers of every response that a browser may show. Scripts come only from our own files; the style nonce exists
/// for the one style element that wavesurfer.js puts into its shadow root.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const int NonceBytes = 16;

    public static string StyleNonce(HttpContext context) => (string)context.Items[typeof(SecurityHeaders)]!;

    public Task InvokeAsync(HttpContext context)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Items[typeof(SecurityHeaders)] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; " +
            "media-src 'self' blob:; connect-src 'self' blob:; object-src 'none'; base-uri 'self'; " +
            "form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }
}
