using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>
/// Decides what the endpoint may reach. Addresses are checked when a connection is made, and the connection goes to exactly the address that was
/// checked: a name that resolves to another address a moment later gains nothing.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="isDevelopment">Whether the endpoint runs on a developer's machine. There, options that are not set allow more.</param>
internal sealed class OutboundGuard(OutboundGuardOptions options, bool isDevelopment)
{
    private readonly bool _requiresHttps = options.RequireHttps ?? !isDevelopment;
    private readonly int[] _allowedPorts = [.. options.AllowedPorts];
    private readonly bool _allowsAnyPort = options.AllowedPorts.Contains(0) || (isDevelopment && options.AllowedPorts.Count == 0);
    private readonly string[] _allowedHosts = [.. options.AllowedHosts.Select(HostPattern.Normalize)];
    private readonly bool _allowsPrivateNetworks = options.AllowPrivateNetworks;
    private readonly bool _checksConnections = OutboundHandler.ChecksConnections(options);

    /// <summary>Checks what can be told before a connection is made.</summary>
    /// <exception cref="ObjectStoreException">The scheme, the port or the host is not among those that are allowed.</exception>
    public void Check(Uri url)
    {
        var host = HostPattern.HostOf(url);
        if (_requiresHttps && url.Scheme != Uri.UriSchemeHttps)
            throw Refused(host, "its url is not https. OutboundGuard.RequireHttps decides");
        if (!AllowsPort(url))
            throw Refused(host, $"its url has the port {url.Port}. OutboundGuard.AllowedPorts decides");
        if (_allowedHosts.Length == 0 && !_checksConnections)
        {
            throw Refused(host, "this platform does not show the addresses that names stand for, so the hosts of the object store must be named in OutboundGuard.AllowedHosts "
                + "(Agnt5__OutboundGuard__AllowedHosts in the environment), for example store.example.com");
        }

        if (_allowedHosts.Length > 0 && !_allowedHosts.Any(pattern => HostPattern.Matches(pattern, host)))
            throw Refused(host, "it is not in OutboundGuard.AllowedHosts");

        // Where the connection will be seen, its address is checked then, as it really is.
        if (!_checksConnections && AddressIn(url) is { } address)
            Checked(host, [address]);
    }

    /// <summary>Connects for the HTTP handler.</summary>
    /// <exception cref="ObjectStoreException">The host stands for no address that is allowed.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = Checked(host, await ResolveAsync(host, cancellationToken).ConfigureAwait(false));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Without a list, the port is the scheme's own.
    private bool AllowsPort(Uri url) => _allowsAnyPort || (_allowedPorts.Length == 0 ? url.IsDefaultPort : _allowedPorts.Contains(url.Port));

    /// <summary>The address that a URL names without anybody asked: <c>localhost</c> and the names under it are loopback (RFC 6761).</summary>
    private static IPAddress? AddressIn(Uri url)
    {
        var host = HostPattern.HostOf(url);
        if (host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal))
            return IPAddress.Loopback;
        return IPAddress.TryParse(host, out var address) ? address : null;
    }

    private static async ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);

    private IPAddress[] Checked(string host, IPAddress[] addresses)
    {
        var kinds = addresses.ToLookup(AddressRanges.KindOf);
        IPAddress[] allowed = _allowsPrivateNetworks ? [.. kinds[AddressKind.Public], .. kinds[AddressKind.Private]] : [.. kinds[AddressKind.Public]];
        if (allowed.Length > 0)
            return allowed;

        throw Refused(host, kinds.Contains(AddressKind.Private)
            ? "it stands for an address of this machine or of a private network. OutboundGuard.AllowPrivateNetworks allows these"
            : "it stands for an address that is link-local, a cloud's metadata service, multicast or reserved, which no option allows");
    }

    private static ObjectStoreException Refused(string host, string reason) =>
        ObjectStoreException.NotReached($"the outbound guard refused the host {CallerText.Shorten(host)}: {reason}");
}
