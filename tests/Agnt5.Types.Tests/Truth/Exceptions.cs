using System.Globalization;

namespace Agnt5.Types.Tests.Truth;

/// <summary>The intended differences between schema and binding.</summary>
internal static class Exceptions
{
    /// <summary>Types with custom converters. Their JSON is unknown, so the schema promises nothing.</summary>
    public static IReadOnlyList<string> Opaque { get; } = ["celsius", "measured", "tag"];

    // A larger number may be out of the range of Half or decimal, which a schema does not express.
    private const double LargestOfAll = 65504;

    /// <summary>
    /// Whether a document that the schema rejects may bind. The schema does not promise that it fails: the corpus's serializer context, whose names are in kebab-case,
    /// has System.Text.Json's converter of enums, which takes nearly any text and numbers, and its options do not respect nullability.
    /// </summary>
    public static bool MayBind(Mutation mutation, IReadOnlyList<SchemaFailure> failures) =>
        (mutation.Path.EndsWith(".parcel-priority", StringComparison.Ordinal) || (mutation.What == "null" && mutation.Path.Split('.')[^1].Contains('-', StringComparison.Ordinal)))
        && failures.All(static failure => failure.Word is "type" or "enum" or "anyOf");

    /// <summary>Whether a document that the schema accepts may be refused: for text that is not what its format says, and for numbers out of range.</summary>
    public static bool MayBeRefused(Mutation mutation, IReadOnlyList<SchemaFailure> promises) => promises.Any(promise =>
        promise.Word == "format" ? promise.Path.StartsWith(mutation.Path, StringComparison.Ordinal) : promise.Path == mutation.Path && Math.Abs(NumberOf(mutation)) > LargestOfAll);

    /// <summary>Whether a number is infinite as a <see langword="float"/>, so that it binds and no step can record it.</summary>
    public static bool IsInfinite(Mutation mutation, IReadOnlyList<SchemaFailure> promises) =>
        promises.Any(promise => promise.Path == mutation.Path && promise.Word == "number" && Math.Abs(NumberOf(mutation)) > float.MaxValue);

    private static double NumberOf(Mutation mutation) => double.TryParse(mutation.What, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
