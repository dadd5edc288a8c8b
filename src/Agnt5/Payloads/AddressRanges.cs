using System.Net;
using System.Net.Sockets;

namespace Agnt5.Payloads;

/// <summary>Tells public addresses from others, by the IANA registries of special-purpose addresses and the addresses of cloud metadata services.</summary>
internal static class AddressRanges
{
    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),   // carrier-grade NAT
        IPNetwork.Parse("198.18.0.0/15"),   // benchmarks, and what some VPNs hand out
        IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"),        // unique local
        IPNetwork.Parse("fec0::/10"),       // site-local, its predecessor
    ];

    // Some of these lie inside a private range, so they are looked up first.
    private static readonly IPNetwork[] Forbidden =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),      // link-local, with the metadata services of most clouds
        IPNetwork.Parse("100.100.100.200/32"),  // metadata, Alibaba Cloud
        IPNetwork.Parse("168.63.129.16/32"),    // metadata, Azure
        IPNetwork.Parse("fd00:ec2::/32"),       // metadata, AWS
        IPNetwork.Parse("fd20:ce::254/128"),    // metadata, Google Cloud
        IPNetwork.Parse("192.0.0.0/24"),        // protocol assignments, with metadata of Oracle Cloud
        IPNetwork.Parse("192.0.2.0/24"),        // documentation
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),      // 6to4 relays
        IPNetwork.Parse("224.0.0.0/4"),         // multicast
        IPNetwork.Parse("240.0.0.0/4"),         // reserved, and broadcast
        IPNetwork.Parse("2001::/23"),           // protocol assignments, with Teredo, which hides an IPv4 address
        IPNetwork.Parse("2001:db8::/32"),       // documentation
        IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Ipv4Compatible = IPNetwork.Parse("::/96");

    public static AddressKind KindOf(IPAddress address)
    {
        address = WithoutTunnel(address);
        if (Forbidden.Any(range => range.Contains(address)))
            return AddressKind.Forbidden;
        if (Private.Any(range => range.Contains(address)))
            return AddressKind.Private;
        return address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address) ? AddressKind.Public : AddressKind.Forbidden;
    }

    /// <summary>The IPv4 address that an IPv6 address leads to, or the address itself.</summary>
    private static IPAddress WithoutTunnel(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork || address.Equals(IPAddress.IPv6Loopback))
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (SixToFour.Contains(address))
            return new IPAddress(address.GetAddressBytes().AsSpan(2, 4));
        if (Nat64.Contains(address) || Ipv4Compatible.Contains(address))
            return new IPAddress(address.GetAddressBytes().AsSpan(12, 4));
        return address;
    }
}
