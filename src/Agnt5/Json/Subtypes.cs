using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>
/// Finds values of subtypes that their type does not declare. The JSON would leave out the subtype's extra members, and a replay would return a different value than the step.
/// </summary>
internal static class Subtypes
{
    /// <summary>The problem of a value of one type where another is declared, or <see langword="null"/>.</summary>
    /// <param name="actual">The value's type.</param>
    /// <param name="declared">The metadata of the declared type.</param>
    public static string? ProblemOf(Type actual, JsonTypeInfo declared)
    {
        if (actual == declared.Type || declared.Kind != JsonTypeInfoKind.Object || declared.Type.IsValueType || IsWrittenByItsMembers(declared))
            return null;

        // The type may allow that undeclared subtypes are written as their base type.
        return declared.PolymorphismOptions is { } options
            && (options.UnknownDerivedTypeHandling != JsonUnknownDerivedTypeHandling.FailSerialization || options.DerivedTypes.Any(derived => derived.DerivedType == actual))
            ? null
            : ProblemOf(actual, declared.Type);
    }

    /// <summary>The problem of a value of an undeclared subtype.</summary>
    public static string ProblemOf(Type actual, Type declared) =>
        $"is a {NameOf(actual)}, which {NameOf(declared)} does not declare as a subtype: add [JsonDerivedType(typeof({NameOf(actual)}), "
            + $"\"{char.ToLowerInvariant(actual.Name[0])}{actual.Name[1..]}\")] to {NameOf(declared)}"
            + (actual.Assembly == declared.Assembly ? "" : $" in {declared.Assembly.GetName().Name}, or return a type that does not derive from it");

    /// <summary>The reason why no value of a type could be read back, or <see langword="null"/>. No value has an abstract type as its own type.</summary>
    public static string? ProblemOf(JsonTypeInfo declared) =>
        declared.Kind == JsonTypeInfoKind.Object && IsWrittenByItsMembers(declared)
            ? $"{NameOf(declared.Type)} is abstract and declares no subtypes: add [JsonDerivedType(typeof(…), \"…\")] to it for each type that a value may have"
            : null;

    // A value that only goes out may be written by an abstract type's own members. AGT2006 has warned about that at compile time.
    private static bool IsWrittenByItsMembers(JsonTypeInfo declared) => declared is { Type.IsAbstract: true, PolymorphismOptions: not { DerivedTypes.Count: > 0 } };

    private static string NameOf(Type type) => type.Name.IndexOf('`', StringComparison.Ordinal) is >= 0 and var end ? type.Name[..end] : type.Name;
}
