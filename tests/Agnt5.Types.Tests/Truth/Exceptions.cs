using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Truth;

/// <summary>Where schema and binding do not say the same, and are not meant to.</summary>
internal static class Exceptions
{
    /// <summary>Types with converters of their own, of whose JSON nothing is known, so the schema promises nothing.</summary>
    public static IReadOnlyList<string> Opaque { get; } = ["celsius", "measured", "tag"];

    // Beyond it a number may be out of the range of Half, float or decimal, of which a schema says nothing.
    private const double LargestOfAll = 65504;

    /// <summary>Whether a document that the schema rejects may bind. It never promised that it would not.</summary>
    public static bool MayBind(Mutation mutation, IReadOnlyList<SchemaFailure> failures) => failures.All(failure => IsNullItem(mutation, failure));

    /// <summary>Whether a document that the schema accepts may be refused: for text that is not what its format says, and for numbers out of range.</summary>
    public static bool MayBeRefused(Mutation mutation, IReadOnlyList<SchemaFailure> promises) => promises.Any(promise =>
        promise.Word == "format"
            ? promise.Path.StartsWith(mutation.Path, StringComparison.Ordinal)
            : promise.Path == mutation.Path && Math.Abs(JsonNode.Parse(mutation.What)!.GetValue<double>()) > LargestOfAll);

    // Whether the items of a collection may be null is no matter of binding in System.Text.Json.
    private static bool IsNullItem(Mutation mutation, SchemaFailure failure) =>
        mutation.What == "null" && mutation.Path == failure.Path && failure.Word is "type" or "enum" or "anyOf" && (mutation.Path.EndsWith(']') || IsDictionaryValue(mutation.Path));

    // Members of that name are made where a dictionary, or anything, takes them.
    private static bool IsDictionaryValue(string path) => path.Split('.')[^1].StartsWith("other", StringComparison.Ordinal);
}
