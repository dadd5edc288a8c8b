namespace Agnt5.Fixtures.Library;

/// <summary>Where a parcel goes; see <see cref="Parcel"/> and <see cref="List{T}.Add(T)"/>.</summary>
/// <param name="Street">Street <c>and</c> number.</param>
/// <param name="City">The city.</param>
public record Address(string Street, string City)
{
    /// <summary>
    /// <para>What the driver should know:</para>
    /// <list type="bullet"><item><term>floor</term><description>as a number</description></item><item>bell &amp; name</item></list>
    /// </summary>
    public string? Note { get; init; }
}

/// <inheritdoc/>
public sealed record ForeignAddress(string Street, string City, string Country) : Address(Street, City);

/// <summary>What every label has.</summary>
public abstract class Label<T>
{
    /// <summary>What is printed.</summary>
    public virtual required T Text { get; set; }
}

/// <inheritdoc/>
public sealed class TextLabel : Label<string>
{
    /// <inheritdoc/>
    public override required string Text { get; set; }

    /// <inheritdoc cref="Address.Note"/>
    public string? Note { get; set; }

    /// <summary>How it is sent.</summary>
    public Speed Speed { get; set; }
}

/// <summary>How fast it goes.</summary>
public enum Speed
{
    Slow,
    Fast,
}
