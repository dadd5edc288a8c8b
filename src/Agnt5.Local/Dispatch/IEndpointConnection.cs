namespace Agnt5.Local.Dispatch;

/// <summary>The way to one deployment's endpoint: over HTTP, or inside of this process.</summary>
internal interface IEndpointConnection : IDisposable
{
    /// <summary>Whether large payloads go by signed URLs (protocol section 7). Inside of this process everything goes inline.</summary>
    bool TakesPayloadLinks { get; }

    /// <summary>Asks for the manifest.</summary>
    /// <returns>Its bytes as they came.</returns>
    /// <exception cref="EndpointException">There is no manifest there. The message says what came instead, and what to do.</exception>
    Task<ReadOnlyMemory<byte>> GetManifestAsync(CancellationToken cancellationToken);

    /// <summary>Sends one signed invoke. Everything that goes wrong is in the result.</summary>
    /// <exception cref="OperationCanceledException">The caller does not want the answer any more.</exception>
    Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken);
}
