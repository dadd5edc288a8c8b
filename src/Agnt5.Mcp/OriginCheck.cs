using System.Net;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Mcp;

/// <summary>
/// Keeps foreign web pages from calling the tools through a user's browser. A page whose host name was pointed at this machine (DNS rebinding) sends an origin that
/// equals the request's host, so an equal name proves nothing. Only localhost and IP addresses are trusted when equal: no name server can point them elsewhere.
/// </summary>
internal sealed class OriginCheck(IEnumerable<string> allowedOrigins)
{
    private readonly HashSet<string> _allowed = new(allowedOrigins.Select(static origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    public bool Allows(HttpRequest request)
    {
        if (request.Headers.Origin.Count == 0)
            return true;

        var origin = request.Headers.Origin.ToString();
        return _allowed.Contains(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsFixed(page.Host) && IsOwn(page, request.Host));
    }

    private static bool IsOwn(Uri page, HostString host) => string.Equals(page.Authority, host.Value, StringComparison.OrdinalIgnoreCase);

    private static bool IsFixed(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out _);
}
