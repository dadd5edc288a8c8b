using System.Buffers;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Json.Limits;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5.Payloads;

/// <summary>Fetches an input that came by reference, and accepts it only when it matches the reference (protocol section 7).</summary>
/// <param name="store">The way to object stores, or <see langword="null"/> where the program has none.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where failures go that are no fault of the caller's.</param>
/// <param name="depth">How deep an input may nest.</param>
internal sealed class InputFetcher(ObjectStore? store, TimeProvider time, ILogger log, JsonDepth depth)
{
    /// <summary>
    /// Up to this size a document is kept and treated like inline input. Larger documents are bound while they arrive, so that memory stays bounded, unless the type
    /// has limits to check.
    /// </summary>
    private const long LargestKept = 1024 * 1024;

    /// <param name="envelope">The request, which has an <c>input_ref</c>.</param>
    /// <param name="component">The component that the input is for.</param>
    /// <param name="budget">How long the request may take.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    /// <returns>The input, which the caller disposes after the response was written, or the error that answers the request.</returns>
    public Task<Result<FetchedInput>> FetchAsync(Envelope envelope, ComponentDescriptor component, Budget budget, CancellationToken cancellationToken) =>
        LargePayloads.AreSupported && store is not null
            ? FetchAsync(store, envelope, component, budget, cancellationToken)
            : Task.FromResult<Result<FetchedInput>>(LargePayloads.InputRefused);

    private async Task<Result<FetchedInput>> FetchAsync(
        ObjectStore store, Envelope envelope, ComponentDescriptor component, Budget budget, CancellationToken cancellationToken)
    {
        if (!InputRef.Read(envelope.InputRef, hasInput: !envelope.Input.IsEmpty, time.GetUtcNow()).TryGet(out var reference, out var invalid))
            return invalid;

        using var request = new HttpRequestMessage(HttpMethod.Get, reference.Url);
        try
        {
            return await store.SendAsync(request, (response, token) => ReadAsync(response, reference, component, token), budget.Remaining, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectStoreException exception)
        {
            return Refuse(502, ErrorCodes.InputRefFetchFailed, exception.Message) with { LoggedMessage = Sentence(exception.Reason) };
        }
        catch (ChecksumException exception)
        {
            PayloadLog.ChecksumFailed(log, exception.InnerException!, component.Type, component.Name);
            return Refuse(500, ErrorCodes.InputRefChecksumFailed, exception.Message);
        }
    }

    private async Task<Result<FetchedInput>> ReadAsync(
        HttpResponseMessage response, InputRef reference, ComponentDescriptor component, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > reference.Size)
            return TooLong(reference);

        await using var document = await CheckedStream.OpenAsync(response.Content, reference.Size, depth, cancellationToken).ConfigureAwait(false);
        return reference.Size <= LargestKept || MustBeKept(component)
            ? await KeepAsync(document, reference, cancellationToken).ConfigureAwait(false)
            : await BindAsync(document, reference, component, cancellationToken).ConfigureAwait(false);
    }

    // Limits, the message of an agent and the envelope of an event are read from the whole document. Binding while it arrives leaves no document.
    private static bool MustBeKept(ComponentDescriptor component) =>
        component.Type == ComponentType.Agent || component.IsStartedByEvents || component.InputLimits is { HoldValues: true } || (component.InputType is { } type && LimitedTypes.Of(type).HoldValues);

    private static async Task<Result<FetchedInput>> KeepAsync(CheckedStream document, InputRef reference, CancellationToken cancellationToken)
    {
        var kept = new PooledBuffer((int)reference.Size + 1);
        try
        {
            while (await document.ReadAsync(kept.GetMemory(), cancellationToken).ConfigureAwait(false) is var count and > 0)
                kept.Advance(count);

            if (Check(document, reference) is not { } error)
                return new FetchedInput(reference.Size, kept) { Json = document.Json.Root == JsonTokenType.Null ? default : kept.Memory.Trim(" \t\r\n"u8) };

            kept.Dispose();
            return error;
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    private static async Task<Result<FetchedInput>> BindAsync(
        CheckedStream document, InputRef reference, ComponentDescriptor component, CancellationToken cancellationToken)
    {
        var bound = component.InputType is { } type ? await BoundInput.ReadAsync(document, type, cancellationToken).ConfigureAwait(false) : null;
        await document.DrainAsync(cancellationToken).ConfigureAwait(false);
        if (Check(document, reference) is { } error)
            return error;

        // The first token decides this, whether or not the document bound.
        return new FetchedInput(reference.Size) { Bound = EmptyInput.IsMeantBy(component.Type, document.Json.Root) ? null : bound };
    }

    /// <summary>The checks of the whole document, in the protocol's order.</summary>
    private static Failure? Check(CheckedStream document, InputRef reference)
    {
        if (document.IsTooLong)
            return TooLong(reference);
        if (document.IsTooShort)
            return Refuse(400, ErrorCodes.InputRefInvalid, $"the object store sent fewer than its size_bytes of {reference.Size}");
        if (!document.HasHash(reference.Sha256))
            return Refuse(400, ErrorCodes.InputRefChecksumMismatch, "what the object store sent does not have its sha256");
        if (document.Json.Problem is { } problem)
            return Refuse(400, ErrorCodes.InputRefInvalid, $"what the object store sent is no input: {problem}");
        return null;
    }

    private static Failure TooLong(InputRef reference) =>
        Refuse(413, ErrorCodes.InputRefTooLarge, $"the object store sent more than its size_bytes of {reference.Size}");

    private static Failure Refuse(int status, string code, string reason) =>
        new(status, code, Sentence(reason));

    private static string Sentence(string reason) => $"The input_ref cannot be used: {reason}.";
}
