using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Truth;

/// <summary>Where schema and binding do not say the same, and are not meant to.</summary>
internal static class Exceptions
{
    /// <summary>Types with converters of their own, of whose JSON nothing is known, so the schema promises nothing.</summary>
    public static IReadOnlyList<string> Opaque { get; } = ["celsius", "measured", "tag"];

    // Beyond it a number may be out of the range of Half or decimal, of which a schema says nothing.
    private const double LargestOfAll = 65504;

    // The converter of these enums takes numbers as well.
    private static readonly string[] TakeNumbersToo = ["parcel-priority", "byType"];

    /// <summary>Whether a document that the schema rejects may bind. It never promised that it would not.</summary>
    public static bool MayBind(Mutation mutation, IReadOnlyList<SchemaFailure> failures) =>
        TakeNumbersToo.Any(member => mutation.Path.EndsWith(member, StringComparison.Ordinal)) && failures.All(static failure => failure.Word is "type" or "enum" or "anyOf");

    /// <summary>Whether a document that the schema accepts may be refused: for text that is not what its format says, and for numbers out of range.</summary>
    public static bool MayBeRefused(Mutation mutation, IReadOnlyList<SchemaFailure> promises) => promises.Any(promise =>
        promise.Word == "format" ? promise.Path.StartsWith(mutation.Path, StringComparison.Ordinal) : promise.Path == mutation.Path && Math.Abs(NumberOf(mutation)) > LargestOfAll);

    /// <summary>Whether a number is infinite as a <see langword="float"/>, so that it binds and no step can record it.</summary>
    public static bool IsInfinite(Mutation mutation, IReadOnlyList<SchemaFailure> promises) =>
        promises.Any(promise => promise.Path == mutation.Path && promise.Word == "number" && Math.Abs(NumberOf(mutation)) > float.MaxValue);

    private static double NumberOf(Mutation mutation) => JsonNode.Parse(mutation.What)!.GetValue<double>();
}
