using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Mcp;

/// <summary>Tells users apart.</summary>
internal static class CallerIdentity
{
    // Programs that sign in for themselves have no user.
    private static readonly string[] ClientClaims = ["client_id", "azp", "appid"];

    // These differ between two tokens of the same caller.
    private static readonly string[] ClaimsOfToken =
        ["aio", "at_hash", "auth_time", "c_hash", "exp", "iat", "jti", "nbf", "nonce", "rh", "s_hash", "uti", ClaimTypes.AuthenticationInstant, ClaimTypes.Expiration];

    /// <summary>The user's id from the sign-in, under the claim type that ASP.NET Core maps it to or its original one; else the name. Empty without a sign-in.</summary>
    public static string SubjectOf(ClaimsPrincipal user) => IsAnonymous(user) ? "" : Claim(user)?.Value ?? user.Identity!.Name ?? "";

    /// <summary>
    /// A text that is the same for each request of a user and differs between users. The same id of another issuer, or by another scheme, is another user. A caller without an id or a name is
    /// known by the id of its client, else by all its claims.
    /// </summary>
    public static string KeyOf(ClaimsPrincipal user)
    {
        if (IsAnonymous(user))
            return "";

        var scheme = user.Identity!.AuthenticationType;
        if (SubjectOf(user) is { Length: > 0 } subject)
            return string.Join('\n', scheme, Claim(user)?.Issuer, subject);
        return ClientClaims.Select(user.FindFirst).FirstOrDefault(static claim => claim is { Value.Length: > 0 }) is { } client
            ? string.Join('\n', scheme, client.Issuer, client.Type, client.Value)
            : string.Join('\n', scheme, "claims", HashOfClaims(user), "");
    }

    private static bool IsAnonymous(ClaimsPrincipal user) => user.Identity is not { IsAuthenticated: true };

    private static Claim? Claim(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier) ?? user.FindFirst("sub");

    private static string HashOfClaims(ClaimsPrincipal user)
    {
        // The lengths keep one claim from passing for two.
        var claims = user.Claims
            .Where(static claim => !ClaimsOfToken.Contains(claim.Type))
            .Select(static claim => FormattableString.Invariant($"{claim.Issuer.Length}:{claim.Issuer}{claim.Type.Length}:{claim.Type}{claim.Value.Length}:{claim.Value}"))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(claims))));
    }
}
