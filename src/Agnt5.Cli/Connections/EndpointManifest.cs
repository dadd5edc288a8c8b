using Agnt5.Local.Dispatch;

namespace Agnt5.Cli.Connections;

/// <summary>Asks an endpoint for its manifest: bounded, without redirects, and over http on this machine alone.</summary>
internal static class EndpointManifest
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <param name="url">Where the endpoint is mounted.</param>
    /// <param name="headers">Further headers, which a host in front of the endpoint wants, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <exception cref="EndpointException">There is no manifest there. The message says what came instead.</exception>
    public static async Task<ReadOnlyMemory<byte>> GetAsync(Uri url, IReadOnlyDictionary<string, string>? headers, CancellationToken cancellationToken)
    {
        var settings = new HttpConnectionSettings { Url = url, RequestTimeoutMs = 30_000, MaxAnswerBytes = MostBytes, InvokeHeaders = headers ?? new Dictionary<string, string>() };
        using var client = new EndpointClient();
        using var connection = new HttpConnection(client, settings, TimeProvider.System);
        return await connection.GetManifestAsync(cancellationToken).ConfigureAwait(false);
    }
}
