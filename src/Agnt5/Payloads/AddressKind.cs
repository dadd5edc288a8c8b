namespace Agnt5.Payloads;

/// <summary>Whom an address belongs to.</summary>
internal enum AddressKind
{
    /// <summary>Anyone's on the Internet.</summary>
    Public,

    /// <summary>One of this machine or of the network around it: <see cref="OutboundGuardOptions.AllowPrivateNetworks"/> decides.</summary>
    Private,

    /// <summary>No object store's: link-local, cloud metadata, multicast, documentation, reserved.</summary>
    Forbidden,
}
