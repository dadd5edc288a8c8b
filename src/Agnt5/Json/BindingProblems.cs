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
        if (!BoundJson.IsBindingFailure(failure))
            return null;
        return DescribeRefusal(failure, type, demands.Place, demands.QuotesValues)
            ?? $"{PathOf(failure, type, demands)}: expected {JsonExpectation.Of(type)}, got a value that the type refuses{ReasonOf(failure)}";
    }

    /// <summary>Describes what a constructor, setter or converter of the project refused: by its own words for who wrote the document, for others by the type of its exception.</summary>
    /// <param name="failure">The exception of the binding.</param>
    /// <param name="type">The type that the value should have bound to.</param>
    /// <param name="place">The path of the value.</param>
    /// <param name="quotesValues">Whether the problem repeats what came.</param>
    /// <returns>The problem, or <see langword="null"/> when it was the serializer that refused the value.</returns>
    public static string? DescribeRefusal(Exception failure, JsonTypeInfo type, string place, bool quotesValues)
    {
        var refusal = RefusedByTypeException.In(failure);
        if (refusal is null && failure is JsonException or NotSupportedException)
            return null;

        var path = JsonPath.Of(failure) ?? "$";
        if (refusal is { IsOfConstructor: true })
            path += MemberOf(refusal, JsonPath.Follow(path, type));
        else if (refusal is { Member: { } member } && !JsonPath.EndsWith(path, member))
            path += $".{member}";
        var cause = refusal?.InnerException ?? failure;
        var at = JsonPath.Within(place, CallerText.Shorten(quotesValues ? path : JsonPath.WithoutData(path, type)));
        return quotesValues && RefusalText.Of(cause) is { } reason ? $"{at}: {reason}" : $"{at}: is refused ({cause.GetType().Name})";
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
        var walk = new DocumentWalk(type, DocumentDemands.Recorded, new JsonException()) { BindsParts = false };
        walk.Run(JsonTree.Parse(json.ToArray()).Root);
        return walk.ExceedsRange;
    }

    /// <summary>Describes the first problem of a document that is no longer in memory, by the path at which the serializer stopped. It repeats nothing of the document.</summary>
    /// <param name="type">The type that it should have bound to.</param>
    /// <param name="failure">The serializer's exception.</param>
    public static string Describe(JsonTypeInfo type, Exception failure)
    {
        if (DescribeRefusal(failure, type, "$", quotesValues: false) is { } refusal)
            return refusal;

        var path = JsonPath.Of(failure) ?? "$";
        var expected = JsonPath.Follow(path, type);
        string[] required = expected.Kind == JsonTypeInfoKind.Object ? [.. expected.Properties.Where(static member => member.IsRequired).Select(static member => member.Name)] : [];
        var members = required.Length > 0 ? $" with {string.Join(", ", required)}" : "";
        return $"{JsonPath.WithoutData(path, type)}: expected {JsonExpectation.Of(expected)}{members}, got a value that the type refuses{ReasonOf(failure)}";
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

    private static string PathOf(Exception failure, JsonTypeInfo type, DocumentDemands demands) => JsonPath.Of(failure) is not { } at
        ? demands.Place
        : CallerText.Shorten(JsonPath.Within(demands.Place, demands.QuotesValues ? at : JsonPath.WithoutData(at, type)));

    // A constructor's exception may name the parameter that it refuses.
    private static string? MemberOf(RefusedByTypeException refusal, JsonTypeInfo type) =>
        refusal.InnerException is ArgumentException { ParamName: { Length: > 0 } parameter } && type.Kind == JsonTypeInfoKind.Object
        && type.Properties.FirstOrDefault(member => string.Equals(member.AssociatedParameter?.Name, parameter, StringComparison.OrdinalIgnoreCase)) is { } member
            ? $".{member.Name}"
            : null;

    // The serializer's own texts name C# types.
    private static string ReasonOf(Exception failure) => CollidingKeys.WereRefused(failure) ? " (keys that collide)" : "";
}
