using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>
/// Values of subtypes that their type does not declare. What such a value has beyond its declared type would be left out of the JSON, and a replay would give another value than the step did.
/// </summary>
internal static class Subtypes
{
    /// <summary>What is wrong with a value of one type where another is declared, or <see langword="null"/>.</summary>
    /// <param name="actual">The value's type.</param>
    /// <param name="declared">The metadata of the declared type.</param>
    public static string? ProblemOf(Type actual, JsonTypeInfo declared)
    {
        if (actual == declared.Type || declared.Kind != JsonTypeInfoKind.Object || declared.Type.IsValueType || IsWrittenByItsMembers(declared))
            return null;

        // A type may say itself that others are written as what they derive from.
        return declared.PolymorphismOptions is { } options
            && (options.UnknownDerivedTypeHandling != JsonUnknownDerivedTypeHandling.FailSerialization || options.DerivedTypes.Any(derived => derived.DerivedType == actual))
            ? null
            : ProblemOf(actual, declared.Type);
    }

    /// <summary>What is wrong with a value of a subtype that is not declared.</summary>
    public static string ProblemOf(Type actual, Type declared) =>
        $"is a {NameOf(actual)}, which {NameOf(declared)} does not declare as a subtype: add [JsonDerivedType(typeof({NameOf(actual)}), "
            + $"\"{char.ToLowerInvariant(actual.Name[0])}{actual.Name[1..]}\")] to {NameOf(declared)}";

    /// <summary>Why no value of a type could be read back, or <see langword="null"/> when one could: an abstract type is never that of a value.</summary>
    public static string? ProblemOf(JsonTypeInfo declared) =>
        declared.Kind == JsonTypeInfoKind.Object && IsWrittenByItsMembers(declared)
            ? $"{NameOf(declared.Type)} is abstract and declares no subtypes: add [JsonDerivedType(typeof(…), \"…\")] to it for each type that a value may have"
            : null;

    // What only goes out may be an abstract type's own members; AGT2006 has said so when it was compiled.
    private static bool IsWrittenByItsMembers(JsonTypeInfo declared) => declared is { Type.IsAbstract: true, PolymorphismOptions: not { DerivedTypes.Count: > 0 } };

    private static string NameOf(Type type) => type.Name.IndexOf('`', StringComparison.Ordinal) is >= 0 and var end ? type.Name[..end] : type.Name;
}
