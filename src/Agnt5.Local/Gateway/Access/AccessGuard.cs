using System.Net;
using Agnt5.Local.Gateway.Http;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Local.Gateway.Access;

/// <summary>
/// Decides who may call. A gateway on a developer's machine is called by the machine alone: a web page that a browser shows there must not reach it, neither by a name that points to this machine
/// (DNS rebinding: the Host is foreign) nor by a request across sites (the Origin is foreign).
/// </summary>
/// <param name="key">The key.</param>
/// <param name="allowsOtherMachines">Whether calls may come from elsewhere.</param>
internal sealed class AccessGuard(ApiKey key, bool allowsOtherMachines)
{
    private const string BearerPrefix = "Bearer ";

    /// <summary>Finds why a call is refused, or <see langword="null"/>.</summary>
    public GatewayRefusal? Find(HttpContext context) => FindForeign(context) ?? FindStranger(context) ?? (HasKey(context.Request)
        ? null
        : new GatewayRefusal(401, "UNAUTHORIZED", "The key is missing or is not this gateway's. Send the key that the gateway made at its start as X-API-KEY, or as Authorization: Bearer."));

    /// <summary>The same for webhooks, which prove who sends by their signature. They come through tunnels, with the tunnel's name as their host.</summary>
    public GatewayRefusal? FindForWebhook(HttpContext context) => FindForeign(context);

    private GatewayRefusal? FindForeign(HttpContext context) =>
        allowsOtherMachines || context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address)
            ? null
            : new GatewayRefusal(403, "OTHER_MACHINE_REFUSED", "This gateway takes calls of its own machine alone. Set AllowOtherMachines to take others.");

    private GatewayRefusal? FindStranger(HttpContext context)
    {
        var request = context.Request;
        if (!allowsOtherMachines && !IsLocal(request.Host))
            return new GatewayRefusal(403, "HOST_REFUSED", "This gateway is called by the name of its own machine: localhost, 127.0.0.1 or [::1]. Set AllowOtherMachines to take other names.");
        return request.Headers.Origin is { Count: > 0 } origin && !string.Equals(origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            ? new GatewayRefusal(403, "ORIGIN_REFUSED", "This gateway takes no calls of web pages of other origins.")
            : null;
    }

    private bool HasKey(HttpRequest request)
    {
        if (request.Headers["X-API-KEY"] is { Count: > 0 } header)
            return key.Is(header.ToString());
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) && key.Is(authorization[BearerPrefix.Length..].Trim());
    }

    private static bool IsLocal(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
