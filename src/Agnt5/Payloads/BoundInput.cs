using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Json.Limits;
using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>An input that was bound while it was read, since it was too large to be kept: the value, or why it does not bind.</summary>
internal sealed class BoundInput
{
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = JsonWriterCache.UntypedDepth };

    private readonly object? _value;
    private readonly Exception? _problem;

    private BoundInput(object? value, Exception? problem)
    {
        _value = value;
        _problem = problem;
    }

    /// <summary>Binds the document, as far as it binds. What the source throws is the caller's to handle.</summary>
    public static async Task<BoundInput> ReadAsync(CheckedStream document, JsonTypeInfo type, CancellationToken cancellationToken)
    {
        try
        {
            var value = await BindAsync(document, type, cancellationToken).ConfigureAwait(false);
            return new BoundInput(value, InfinityIn(value, document, type));
        }
        catch (Exception exception) when (!document.SourceFailed && exception is not ChecksumException)
        {
            // As for an input that came with the invoke: what is not supported is missing metadata, and everything else means that the type refuses the value.
            var isMissingMetadata = exception is NotSupportedException && !LimitedTypes.Of(type).HasAbstractTypes;
            return new BoundInput(null, isMissingMetadata ? exception : Invalid(BindingProblems.Describe(type, exception)));
        }
    }

    // The document is gone, so what the number became is looked for in the value.
    private static InputInvalidException? InfinityIn(object? value, CheckedStream document, JsonTypeInfo type) =>
        document.Json.HoldsLargeNumber && NumberRange.HoldsFloatingPoint(type) && WriteProblems.Find(value, type) is { } problem
            ? new InputInvalidException($"{problem.AsSpan(0, problem.LastIndexOf(": ", StringComparison.Ordinal))}: expected number, got one beyond its range")
            : null;

    // It was not kept, so the problem quotes nothing of it.
    private static InputInvalidException Invalid(string problem) => new(problem) { LoggedProblems = problem };

    private static async Task<object?> BindAsync(CheckedStream document, JsonTypeInfo type, CancellationToken cancellationToken)
    {
        // Free-form JSON is the document itself: the serializer would collect it in buffers that double, and copy it once more in the end.
        if (type is JsonTypeInfo<JsonElement>)
            return JsonDocument.Parse(await ReadAllAsync(document, cancellationToken).ConfigureAwait(false), Parsing).RootElement;

        // How deep a value stands in another of its type is looked up in the document when it does not bind at once.
        if (JsonNesting.ContainsItself(type))
            return BoundJson.Read(await ReadAllAsync(document, cancellationToken).ConfigureAwait(false), type);

        return await JsonSerializer.DeserializeAsync(document, JsonNesting.Unbuffered(type), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<byte[]> ReadAllAsync(CheckedStream document, CancellationToken cancellationToken)
    {
        var json = new byte[document.ExpectedLength];
        await document.ReadAtLeastAsync(json, json.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return json;
    }

    /// <summary>Hands the value out.</summary>
    /// <exception cref="InputInvalidException">The document does not bind.</exception>
    public T Get<T>()
    {
        if (_problem is not null)
            ExceptionDispatchInfo.Throw(_problem);
        return (T)_value!;
    }
}
