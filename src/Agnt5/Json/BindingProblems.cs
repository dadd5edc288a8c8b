using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json.Limits;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>
/// Describes why a document does not fit a type: every problem with its JSON path, the expected and the actual value. It reads the document itself, because the
/// serializer stops at the first problem and names C# types.
/// </summary>
internal static class BindingProblems
{
    private const int ReasonLength = 512;

    /// <summary>Describes why a document did not bind.</summary>
    /// <param name="json">The document.</param>
    /// <param name="type">The type that it should have bound to.</param>
    /// <param name="failure">The serializer's exception, for problems that the document does not show (a constructor that throws).</param>
    /// <param name="demands">The demands on the document in addition to its type, and how much of it errors may show.</param>
    /// <returns>The problems; <see langword="null"/> when there are none, because the failure is missing metadata.</returns>
    public static string? Describe(ReadOnlySpan<byte> json, JsonTypeInfo type, Exception failure, DocumentDemands demands)
    {
        if (TryWalk(json, type, demands, failure) is { } problems)
            return problems;
        return BoundJson.IsBindingFailure(failure)
            ? $"{PathOf(failure, type, demands)}: expected {JsonExpectation.Of(type)}, got a value that the type refuses{ReasonOf(failure, demands.QuotesValues)}"
            : null;
    }

    /// <summary>Describes the limits that a document breaks although it binds.</summary>
    /// <returns>The problems, or <see langword="null"/> when there are none.</returns>
    public static string? DescribeLimits(ReadOnlySpan<byte> json, JsonTypeInfo type, DocumentDemands demands)
    {
        var limited = LimitedTypes.Of(type);
        var mayBreak = limited.HoldValues || demands.Root is { HoldValues: true }
            || ((limited.HoldItems || demands.Root is not null) && json.IndexOf("null"u8) >= 0);
        return mayBreak ? Walk(json, type, demands, failure: null) : null;
    }

    /// <summary>Whether a document has a number that its type cannot hold.</summary>
    public static bool ExceedsRange(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        var walk = new DocumentWalk(type, DocumentDemands.Recorded, new JsonException());
        walk.Run(JsonTree.Parse(json.ToArray()).Root);
        return walk.ExceedsRange;
    }

    /// <summary>Describes the first problem of a document that is no longer in memory, by the path at which the serializer stopped. It repeats nothing of the document.</summary>
    /// <param name="type">The type that it should have bound to.</param>
    /// <param name="failure">The serializer's exception.</param>
    public static string Describe(JsonTypeInfo type, Exception failure)
    {
        var path = failure is JsonException { Path: { Length: > 0 } at } ? at : "$";
        var expected = JsonPath.Follow(path, type);
        string[] required = expected.Kind == JsonTypeInfoKind.Object ? [.. expected.Properties.Where(static member => member.IsRequired).Select(static member => member.Name)] : [];
        var members = required.Length > 0 ? $" with {string.Join(", ", required)}" : "";
        return $"{JsonPath.WithoutData(path, type)}: expected {JsonExpectation.Of(expected)}{members}, got a value that the type refuses{ReasonOf(failure, quotesValues: false)}";
    }

    private static string? TryWalk(ReadOnlySpan<byte> json, JsonTypeInfo type, DocumentDemands demands, Exception failure)
    {
        try
        {
            return Walk(json, type, demands, failure);
        }
        catch (InvalidOperationException)
        {
            // A text is not valid Unicode, which only decoding finds. The caller uses its general message.
            return null;
        }
    }

    private static string? Walk(ReadOnlySpan<byte> json, JsonTypeInfo type, DocumentDemands demands, Exception? failure) =>
        new DocumentWalk(type, demands, failure).Run(JsonTree.Parse(json.ToArray()).Root);

    private static string PathOf(Exception failure, JsonTypeInfo type, DocumentDemands demands)
    {
        if (failure is not JsonException { Path: { Length: > 0 } at })
            return demands.Place;
        return CallerText.Shorten(JsonPath.Within(demands.Place, demands.QuotesValues ? at : JsonPath.WithoutData(at, type)));
    }

    // The serializer's own texts name C# types. Any other exception comes from a constructor, a setter or a converter, and its text may repeat the value.
    private static string ReasonOf(Exception failure, bool quotesValues)
    {
        if (CollidingKeys.WereRefused(failure))
            return " (keys that collide)";
        if (failure is JsonException or NotSupportedException)
            return "";
        var text = quotesValues && ExceptionText.Message(failure) is { } message ? $": {CallerText.Shorten(message, ReasonLength)}" : "";
        return $" ({failure.GetType().Name}{text})";
    }
}
