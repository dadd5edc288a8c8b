using System.Net.Http;

namespace Agnt5;

/// <summary>
/// What the endpoint may reach when an invoke asks it to fetch its input or to store its output (protocol section 7). The addresses in such an invoke are
/// treated as untrusted, although the invoke is signed. A project with <c>Agnt5LargePayloads</c> set to <c>false</c> reaches nothing, whatever these options say.
/// </summary>
public sealed class OutboundGuardOptions
{
    /// <summary>The default of <see cref="Timeout"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The hosts that may be reached: exact names or addresses (<c>store.example.com</c>), or all names under one (<c>*.example.com</c>, which does not
    /// include <c>example.com</c>). Empty, which is the default: any public host.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// Whether loopback and private addresses may be reached (RFC 1918, unique local IPv6, 100.64.0.0/10), for an object store inside your own network.
    /// Name its hosts in <see cref="AllowedHosts"/> as well. Link-local, cloud metadata, multicast and reserved addresses are refused all the same.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>
    /// Whether only <c>https</c> URLs are fetched from and stored to. Default: <see langword="null"/>, which means everywhere but in Development (<see cref="ServerlessOptions.IsDevelopment"/>).
    /// </summary>
    public bool? RequireHttps { get; set; }

    /// <summary>
    /// The ports that may be reached, from 1 to 65535; 0 stands for any port. Empty, which is the default: the scheme's own port (443 for <c>https</c>, 80 for <c>http</c>), and in Development
    /// (<see cref="ServerlessOptions.IsDevelopment"/>) any port.
    /// </summary>
    public IList<int> AllowedPorts { get; } = [];

    /// <summary>
    /// Makes the handler that sends these requests, once, when the endpoint is created. Use it where the platform has no sockets, or where all requests have to go through the host's client. The
    /// endpoint owns the handler. Default: sockets whose addresses the endpoint checks.
    /// </summary>
    /// <remarks>
    /// Such a handler resolves names by itself, so nobody checks the addresses of its connections: the endpoint does not start unless <see cref="AllowedHosts"/> names the hosts. Addresses in URLs are
    /// checked as ever. The endpoint turns redirects off where the handler has such a switch, and refuses a response to another URL than the one that was asked for: the handler must not rewrite it.
    /// The handler must neither decode what is stored nor add cookies, and it must end a request whose token fires.
    /// </remarks>
    public Func<HttpMessageHandler>? HandlerFactory { get; set; }

    /// <summary>
    /// Makes the handler where the program hands in none and the host has its own. Unlike <see cref="HandlerFactory"/> nobody chose it, so the endpoint starts without <see cref="AllowedHosts"/>, and
    /// reaches no store.
    /// </summary>
    internal Func<HttpMessageHandler>? HostHandlerFactory { get; set; }

    /// <summary>
    /// The longest that one fetch or upload may take from its first to its last byte, more than zero and at most one hour. The invoke's deadline ends it
    /// earlier. Default: 30 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;
}
