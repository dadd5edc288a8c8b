using System.Security.Claims;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>Writes the caller into the metadata that <see cref="ComponentContext.Caller"/> reads (protocol section 6).</summary>
internal static class CallerMetadata
{
    public static IReadOnlyDictionary<string, string> Of(string server, string tool, ClaimsPrincipal user, Implementation? client)
    {
        var authMethod = user.Identity is { IsAuthenticated: true, AuthenticationType: { } method } ? method : "";
        return new Caller(server, tool, CallerIdentity.SubjectOf(user), authMethod, client?.Name ?? "").ToMetadata();
    }
}
