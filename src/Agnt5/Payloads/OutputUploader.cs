using System.Net.Http;
using Agnt5.Protocol;

namespace Agnt5.Payloads;

/// <summary>Stores an output that is too large for the response where the caller wants it (protocol section 7).</summary>
/// <param name="store">The way to object stores, or <see langword="null"/> where the program has none.</param>
/// <param name="time">The clock.</param>
internal sealed class OutputUploader(ObjectStore? store, TimeProvider time)
{
    /// <param name="envelope">The request, which has an <c>output_upload</c>.</param>
    /// <param name="output">The output, which is over the threshold.</param>
    /// <param name="remaining">What is left of the invoke's budget, if it has one.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    /// <returns>The reference that stands in the response instead of the output, or the error that answers the request.</returns>
    public Task<Result<OutputRef>> UploadAsync(Envelope envelope, LargeOutput output, TimeSpan? remaining, CancellationToken cancellationToken) =>
        LargePayloads.AreSupported && store is not null
            ? UploadAsync(store, envelope, output, remaining, cancellationToken)
            : Task.FromResult<Result<OutputRef>>(LargePayloads.OutputRefused(output.Length));

    private async Task<Result<OutputRef>> UploadAsync(
        ObjectStore store, Envelope envelope, LargeOutput output, TimeSpan? remaining, CancellationToken cancellationToken)
    {
        if (!OutputUpload.Read(envelope.OutputUpload, output.Length, time.GetUtcNow()).TryGet(out var upload, out var invalid))
            return invalid;

        using var request = new HttpRequestMessage(HttpMethod.Put, upload.Url) { Content = new LargeOutputContent(output, upload.ContentType) };
        try
        {
            await store.SendAsync(request, static (_, _) => Task.FromResult(true), remaining, cancellationToken).ConfigureAwait(false);
            return new OutputRef(upload.Ref, output.Length, Convert.ToHexStringLower(output.Sha256), upload.ContentType);
        }
        catch (ObjectStoreException exception)
        {
            return Failed(exception.Message) with { LoggedMessage = Sentence(exception.Reason) };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("the component's result cannot be written as it was the first time; the endpoint's log has the reason") with { Cause = exception };
        }
    }

    private static Failure Failed(string reason) => new(502, ErrorCodes.OutputRefUploadFailed, Sentence(reason));

    private static string Sentence(string reason) => $"The output could not be uploaded: {reason}.";
}
