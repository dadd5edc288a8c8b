using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Mcp;

/// <summary>
/// A requirement that everybody meets, in the metadata of one route. Whoever evaluates this route's policy for a request leaves the result with the request. That proves more
/// than the place of a middleware: authorization may have run before routing, for another route or in another branch, or may have failed and been passed over.
/// </summary>
internal sealed class AuthorizationMark : IAuthorizationRequirement, IAuthorizationRequirementData, IAuthorizationHandler
{
    /// <summary>Whether this route's policy, with all of its requirements, was met by this request.</summary>
    public bool IsOn(HttpContext context) => context.Items.TryGetValue(this, out var evaluation) && evaluation is AuthorizationHandlerContext { HasSucceeded: true };

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    // ASP.NET Core calls a requirement that is its own handler, like those of its own. Other requirements may still fail, so the result is read later.
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.Resource is HttpContext request)
            request.Items[this] = context;
        context.Succeed(this);
        return Task.CompletedTask;
    }
}
