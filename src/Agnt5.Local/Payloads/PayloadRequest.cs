using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Local.Payloads;

/// <summary>A request for a payload whose signature is right and whose time is not over.</summary>
/// <param name="Name">The payload's name.</param>
/// <param name="MaxBytes">The longest payload that is taken.</param>
internal sealed record PayloadRequest(string Name, long MaxBytes)
{
    /// <summary>Reads a request's URL.</summary>
    /// <returns>The request, or what answers one that cannot be served.</returns>
    public static (PayloadRequest? Request, PayloadRefusal? Refusal) Read(HttpRequest request, string name, PayloadSignature signature, long nowMs)
    {
        var expires = Number(request, "expires");
        var maxBytes = Number(request, "max");
        if (expires is null || maxBytes is null || !signature.Verifies(request.Query["signature"].ToString(), request.Method, name, expires.Value, maxBytes.Value))
            return (null, PayloadRefusal.Forged);
        return expires <= nowMs ? (null, PayloadRefusal.Expired) : (new PayloadRequest(name, maxBytes.Value), null);
    }

    private static long? Number(HttpRequest request, string name) =>
        long.TryParse(request.Query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
