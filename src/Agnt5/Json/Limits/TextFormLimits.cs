using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary><c>[EmailAddress]</c>, which asks for no more than .NET's attribute does.</summary>
internal sealed class EmailAddressLimit : MemberLimit
{
    internal override bool Admits(JsonElement value, JsonTypeInfo type)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { } text)
            return true;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && at == text.LastIndexOf('@') && text.AsSpan().IndexOfAny('\r', '\n') < 0;
    }

    internal override string Describe(JsonElement value, JsonTypeInfo type) => "string that is an email address";
}

/// <summary><c>[Url]</c>, which asks for no more than .NET's attribute does.</summary>
internal sealed class UrlLimit : MemberLimit
{
    internal override bool Admits(JsonElement value, JsonTypeInfo type) =>
        value.ValueKind != JsonValueKind.String
        || value.GetString() is not { } text
        || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);

    internal override string Describe(JsonElement value, JsonTypeInfo type) => "string that is an http, https or ftp URL";
}
