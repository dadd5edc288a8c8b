using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>Signs in whoever writes claims into the header, such as <c>client_id=a&amp;scope=read</c>.</summary>
public sealed class ClaimsAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication("Claims").AddScheme<AuthenticationSchemeOptions, ClaimsAuthentication>("Claims", null);
        services.AddAuthorization();
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString() is not { Length: > 0 } written)
            return Task.FromResult(AuthenticateResult.NoResult());

        var claims = written.Split('&').Select(static claim => claim.Split('=')).Select(static pair => new Claim(pair[0], pair[1]));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name)));
    }
}
