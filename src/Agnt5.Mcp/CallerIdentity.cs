using System.Security.Claims;

namespace Agnt5.Mcp;

/// <summary>Tells users apart.</summary>
internal static class CallerIdentity
{
    /// <summary>The user's id from the sign-in, under the claim type that ASP.NET Core maps it to or its original one; else the name. Empty without a sign-in.</summary>
    public static string SubjectOf(ClaimsPrincipal user) => IsAnonymous(user) ? "" : Claim(user)?.Value ?? user.Identity!.Name ?? "";

    /// <summary>A text that is the same for each request of a user and differs between users. The same id of another issuer, or by another scheme, is another user.</summary>
    public static string KeyOf(ClaimsPrincipal user) =>
        IsAnonymous(user) ? "" : string.Join('\n', user.Identity!.AuthenticationType, Claim(user)?.Issuer, SubjectOf(user));

    private static bool IsAnonymous(ClaimsPrincipal user) => user.Identity is not { IsAuthenticated: true };

    private static Claim? Claim(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier) ?? user.FindFirst("sub");
}
