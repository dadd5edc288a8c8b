namespace Agnt5.JavaScript.Bridge;

/// <summary>The headers of a request, in the form in which they came over.</summary>
internal abstract class RequestHeaders
{
    /// <summary>The values of a header, joined with commas in their order (RFC 9110, section 5.3), or <see langword="null"/>.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public abstract string? Find(string name);

    /// <summary>All headers as one text (<see cref="HeaderLines"/>).</summary>
    public sealed class Lines(string lines) : RequestHeaders
    {
        public override string? Find(string name) => HeaderLines.Find(lines, name);
    }
}
