namespace Agnt5.Payloads;

/// <summary>The kinds of network addresses that the outbound guard tells apart.</summary>
internal enum AddressKind
{
    /// <summary>A public address on the Internet.</summary>
    Public,

    /// <summary>An address of this machine or of the network around it: <see cref="OutboundGuardOptions.AllowPrivateNetworks"/> decides.</summary>
    Private,

    /// <summary>An address that no object store has: link-local, cloud metadata, multicast, documentation, reserved.</summary>
    Forbidden,
}
