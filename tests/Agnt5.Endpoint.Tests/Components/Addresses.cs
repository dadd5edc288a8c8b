using Agnt5.Fixtures.Library;

namespace Agnt5.Endpoint.Tests.Components;

public interface IAddressBook
{
    /// <summary>Finds the label for an address.</summary>
    /// <param name="place">Where it goes.</param>
    /// <param name="speed">By day or by night.</param>
    TextLabel LabelAddress(Address place, Speed speed);
}

/// <summary>Types that another project declares and documents.</summary>
public sealed class Addresses : IAddressBook
{
    /// <inheritdoc/>
    [Function]
    public TextLabel LabelAddress(Address to, Speed speed) => new() { Text = to.City };

    [Function]
    public static ForeignAddress SendAbroad(ForeignAddress address) => address;
}
