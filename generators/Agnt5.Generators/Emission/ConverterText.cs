using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes how a declared converter becomes a converter for the actual type: it may be a factory, or be for the value of a nullable.</summary>
internal static class ConverterText
{
    public static string Of(string type, string converter) => type.EndsWith("?", StringComparison.Ordinal)
        ? $"{GeneratedJson}.NullableConverter<{type.Substring(0, type.Length - 1)}>(options, {converter})"
        : $"{GeneratedJson}.Converter<{type}>(options, {converter})";
}
