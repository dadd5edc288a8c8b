using System.Net;
using System.Net.Sockets;

namespace Agnt5.AspNetCore;

/// <summary>
/// Finds the addresses of this machine that a host of the configuration stands for. Kestrel takes every text that is no address for "all interfaces", so that a name that was mistyped would open the
/// endpoint to the network.
/// </summary>
internal static class ListenHost
{
    /// <summary>The name by which Kestrel listens on loopback, IPv4 and IPv6.</summary>
    public const string Loopback = "localhost";

    /// <summary>The variable that holds the host.</summary>
    public const string Variable = "HOST";

    /// <summary>Whether Kestrel itself understands the host: an address, <c>localhost</c>, or all interfaces.</summary>
    public static bool IsPlain(string host) => IsAll(host) || host.Equals(Loopback, StringComparison.OrdinalIgnoreCase) || AddressIn(host) is not null;

    /// <param name="host">An address with or without brackets, a name, or <c>*</c> or <c>+</c> for all interfaces.</param>
    /// <param name="setting">What is told to be wrong.</param>
    /// <returns>Hosts that Kestrel takes as they are meant.</returns>
    /// <exception cref="InvalidOperationException">It is no address of this machine and no name of one.</exception>
    public static IReadOnlyList<string> Resolve(string host, string setting)
    {
        if (IsAll(host))
            return ["*"];
        if (IsLoopbackName(host))
            return [Loopback];
        if (AddressIn(host) is { } address)
            return IsOfThisMachine(address) ? [Text(address)] : throw Refused(setting, host, "this is no address of this machine");
        if (host.Contains("://", StringComparison.Ordinal))
            throw Refused(setting, host, "this is a URL, which goes into ASPNETCORE_URLS or --urls");
        if (host.Contains(':', StringComparison.Ordinal))
            throw Refused(setting, host, "this is no address; a port goes into PORT");

        var addresses = AddressesOf(host);
        if (addresses.Length == 0)
            throw Refused(setting, host, "this name does not resolve");
        return Array.TrueForAll(addresses, IsOfThisMachine)
            ? [.. addresses.Select(Text).Distinct()]
            : throw Refused(setting, host, $"this name stands for {string.Join(", ", addresses.Select(Text))}, not for this machine alone");
    }

    private static bool IsAll(string host) => host is "*" or "+";

    // All names below localhost are loopback (RFC 6761), whatever a name server says.
    private static bool IsLoopbackName(string host) =>
        host.Equals(Loopback, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{Loopback}", StringComparison.OrdinalIgnoreCase);

    private static IPAddress? AddressIn(string host) => IPAddress.TryParse(host is ['[', .. var inner, ']'] ? inner : host, out var address) ? address : null;

    private static IPAddress[] AddressesOf(string name)
    {
        try
        {
            return Dns.GetHostAddresses(name);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return [];
        }
    }

    // Only addresses of the machine can be bound.
    private static bool IsOfThisMachine(IPAddress address)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Text(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : $"{address}";

    private static InvalidOperationException Refused(string setting, string host, string reason) => new(
        $"The AGNT5 endpoint cannot start. {setting} is '{host}': {reason}. Give an address of this machine, a name of it, 'localhost', or '0.0.0.0' for all interfaces"
        + (setting == Variable ? $", or unset {Variable}." : "."));
}
