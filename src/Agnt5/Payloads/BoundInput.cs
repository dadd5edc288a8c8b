using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Json.Limits;
using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>An input that was bound while it arrived, because it was too large to keep: the value, or the reason why it does not bind.</summary>
internal sealed class BoundInput
{
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = JsonDepth.Most };

    private readonly object? _value;
    private readonly Exception? _problem;

    private BoundInput(object? value, Exception? problem)
    {
        _value = value;
        _problem = problem;
    }

    /// <summary>Binds the document. Exceptions of the source go to the caller.</summary>
    public static async Task<BoundInput> ReadAsync(CheckedStream document, JsonTypeInfo type, CancellationToken cancellationToken)
    {
        try
        {
            var value = await BindAsync(document, type, cancellationToken).ConfigureAwait(false);
            return new BoundInput(value, InfinityIn(value, document, type));
        }
        catch (InputInvalidException invalid)
        {
            return new BoundInput(null, invalid);
        }
        catch (Exception exception) when (!document.SourceFailed && exception is not ChecksumException)
        {
            // As for inline input: an unsupported type means missing metadata, and every other exception means that the type refuses the value.
            var isMissingMetadata = exception is NotSupportedException && !LimitedTypes.Of(type).HasAbstractTypes;
            return new BoundInput(null, isMissingMetadata ? exception : Invalid(BindingProblems.Describe(type, exception)));
        }
    }

    // The document is gone, so the search for the number is in the value.
    private static InputInvalidException? InfinityIn(object? value, CheckedStream document, JsonTypeInfo type) =>
        document.Json.HoldsLargeNumber && NumberRange.HoldsFloatingPoint(type) && WriteProblems.FindNumber(value, type) is { } place
            ? Invalid($"{place}: expected number, got one beyond its range")
            : null;

    // The document was not kept, so the problem quotes nothing from it.
    private static InputInvalidException Invalid(string problem) => new(problem) { LoggedProblems = problem };

    private static async Task<object?> BindAsync(CheckedStream document, JsonTypeInfo type, CancellationToken cancellationToken)
    {
        // Free-form JSON is the document itself: the serializer would collect it in doubling buffers, and copy it once more at the end.
        if (type is JsonTypeInfo<JsonElement>)
            return JsonDocument.Parse(await ReadAllAsync(document, cancellationToken).ConfigureAwait(false), Parsing).RootElement;

        // The type contains itself. When the value does not bind at once, its nesting depth is looked up in the document.
        if (JsonNesting.ContainsItself(type))
            return Bind(await ReadAllAsync(document, cancellationToken).ConfigureAwait(false), type);

        return await JsonSerializer.DeserializeAsync(document, JsonNesting.Unbuffered(type), cancellationToken).ConfigureAwait(false);
    }

    private static object? Bind(byte[] json, JsonTypeInfo type)
    {
        try
        {
            return BoundJson.Read(json, type);
        }
        catch (Exception exception) when (exception is not (JsonException or NotSupportedException))
        {
            // A constructor or setter refuses a value. Its exception has no path.
            throw Invalid(BindingProblems.Describe(json, type, exception, DocumentDemands.Recorded) ?? BindingProblems.Describe(type, exception));
        }
    }

    private static async Task<byte[]> ReadAllAsync(CheckedStream document, CancellationToken cancellationToken)
    {
        var json = new byte[document.ExpectedLength];
        await document.ReadAtLeastAsync(json, json.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return json;
    }

    /// <summary>Returns the value.</summary>
    /// <exception cref="InputInvalidException">The document does not bind.</exception>
    public T Get<T>()
    {
        if (_problem is not null)
            ExceptionDispatchInfo.Throw(_problem);
        return (T)_value!;
    }
}
