using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>The member of an object that names its derived type. It may stand anywhere in the object.</summary>
internal readonly struct Discriminator
{
    private readonly JsonPart _value;

    private Discriminator(JsonPart value) => _value = value;

    public bool IsMissing => _value.ValueKind == JsonValueKind.Undefined;

    public static Discriminator Read(JsonPart value, JsonPolymorphismOptions options)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (JsonNameText.Of(member) == options.TypeDiscriminatorPropertyName)
                return new(member.Value);
        }

        return default;
    }

    /// <summary>Returns the derived type that it names, or <see langword="null"/> when it names none.</summary>
    public Type? Find(JsonPolymorphismOptions options)
    {
        var value = _value;
        object? given = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when Utf8Parser.TryParse(value.Raw, out int number, out var length) && length == value.Raw.Length => number,
            _ => null,
        };
        return given is null ? null : options.DerivedTypes.FirstOrDefault(derived => given.Equals(derived.TypeDiscriminator)).DerivedType;
    }

    public string Describe(string place, JsonPolymorphismOptions options, bool quotesValue)
    {
        var known = JsonExpectation.List(options.DerivedTypes.Select(static derived => derived.TypeDiscriminator?.ToString()).OfType<string>());
        var path = $"{place}.{options.TypeDiscriminatorPropertyName}";
        return IsMissing
            ? $"{path}: is required, one of {known}"
            : $"{path}: expected one of {known}, got {(quotesValue ? JsonExpectation.Describe(_value) : JsonExpectation.KindOf(_value.ValueKind))}";
    }
}
