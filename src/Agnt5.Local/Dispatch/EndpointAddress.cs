using System.Net;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Local.Dispatch;

/// <summary>
/// Where an endpoint is mounted. Invokes carry inputs and signatures, so they go over <c>https</c>; <c>http</c> is for endpoints of this machine.
/// </summary>
internal sealed class EndpointAddress
{
    private EndpointAddress(Uri url)
    {
        var mount = url.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Shown = CallerText.Shorten(mount);
        Manifest = new Uri(mount + ProtocolRoutes.ManifestPath);
        Invoke = new Uri(mount + ProtocolRoutes.InvokePath);
    }

    public Uri Manifest { get; }

    public Uri Invoke { get; }

    /// <summary>The URL as messages name it.</summary>
    public string Shown { get; }

    /// <summary>Checks a deployment's URL.</summary>
    /// <exception cref="EndpointException">It cannot be used. The message says why, and what to give instead.</exception>
    public static EndpointAddress Of(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            throw Refused("it is not an absolute http or https URL. Give the address at which the endpoint is mounted, for example https://orders.example.com or http://127.0.0.1:8787");
        if (url.UserInfo.Length > 0)
            throw Refused("it has credentials in it. Send them as an invoke header of the deployment");
        if (url.Query.Length > 0 || url.Fragment.Length > 0)
            throw Refused("it has a query or a fragment. Give the address at which the endpoint is mounted. What a host wants beside it goes into an invoke header");
        if (url.Scheme == Uri.UriSchemeHttp && !NamesLoopback(url))
            throw Refused($"http is for endpoints of this machine, and {CallerText.Shorten(url.Host)} is not a loopback address. Use https, or http with 127.0.0.1, [::1] or localhost");
        return new EndpointAddress(url);
    }

    // The names under localhost are loopback for everyone (RFC 6761). What they really stand for is looked at when a connection is made.
    private static bool NamesLoopback(Uri url)
    {
        var host = url.DnsSafeHost;
        if (IPAddress.TryParse(host, out var address))
            return IPAddress.IsLoopback(address);
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static EndpointException Refused(string reason) => new(LossCodes.UrlRefused, $"The deployment's URL cannot be used: {reason}.");
}
