namespace Agnt5.Mcp;

/// <summary>Keeps large results of one user until their client reads them.</summary>
internal interface IResultStore
{
    /// <returns>Whether the result is kept. One that is not goes to the client whole.</returns>
    ValueTask<bool> KeepAsync(LargeResult result, CancellationToken cancellationToken);

    /// <returns>The text of a result as UTF-8, or <see langword="null"/> when this user has no such result, or has it no longer.</returns>
    /// <exception cref="ModelContextProtocol.McpProtocolException">The results cannot be read at present.</exception>
    ValueTask<byte[]?> FindAsync(string uri, CancellationToken cancellationToken);

    /// <summary>The results that are known here, the oldest first.</summary>
    IReadOnlyList<LargeResult> List();
}
