namespace Agnt5.Client.Wire;

/// <summary>Texts of callers that go into headers.</summary>
internal static class HeaderText
{
    /// <summary>The text, or <see langword="null"/> where there is none.</summary>
    /// <exception cref="ArgumentException">It has characters that a header cannot carry.</exception>
    public static string? Checked(string? text, string name) =>
        string.IsNullOrEmpty(text) ? null
        : text.All(static sign => sign is >= ' ' and <= '~') ? text
        : throw new ArgumentException($"{name} may have printable ASCII characters only: it is sent as a header. Encode it, or use an id.", name);

    /// <exception cref="ArgumentException">It is no tenant.</exception>
    public static string? Tenant(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : text.Length <= 64 && text.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_') ? text
        : throw new ArgumentException("TenantId may have 1 to 64 letters, digits, '-' and '_'.", nameof(text));
}
