using System.Security.Claims;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>Tells a tool who called, in the metadata that <see cref="ComponentContext.Caller"/> reads (protocol section 6).</summary>
internal static class CallerMetadata
{
    public static IReadOnlyDictionary<string, string> Of(string server, string tool, ClaimsPrincipal user, Implementation? client)
    {
        var authMethod = user.Identity is { IsAuthenticated: true, AuthenticationType: { } method } ? method : "";
        return new Caller(server, tool, Subject(user), authMethod, client?.Name ?? "").ToMetadata();
    }

    // The id that the sign-in gave, as it came or as ASP.NET Core renames it; else the name.
    private static string Subject(ClaimsPrincipal user) =>
        user.Identity is not { IsAuthenticated: true } identity
            ? ""
            : user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.FindFirstValue("sub") ?? identity.Name ?? "";
}
