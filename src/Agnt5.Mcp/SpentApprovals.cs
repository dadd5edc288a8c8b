using Agnt5.Primitives;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp;

/// <summary>Remembers which answers of people were used, so that each counts once. It is the memory of requests that the app has switched on, else one of this process.</summary>
internal sealed class SpentApprovals(ServerlessOptions options, TimeProvider time, ILogger logger)
{
    private readonly SeenRequests _spent = options.SeenRequests ?? new MemorySeenRequests(time);
    private readonly LineTally _lines = new(time, (_, count) => McpLog.ApprovalsFailedMore(logger, count));

    /// <summary>Uses an answer.</summary>
    /// <returns>Why it does not count, in words for the model, or <see langword="null"/>.</returns>
    public async ValueTask<string?> SpendAsync(ApprovalProof proof, CancellationToken cancellationToken)
    {
        SeenRequest seen;
        try
        {
            seen = await _spent.RememberAsync(proof.Signature, proof.End, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (_lines.IsFirst("approvals"))
                McpLog.ApprovalsFailed(logger, exception);
            return "The call was not made: this server cannot tell at present whether this answer of a person was used before. Its log has the reason.";
        }

        if (seen == SeenRequest.New)
            return null;
        return seen == SeenRequest.NoRoom
            ? "The call was not made: this server cannot remember more approvals at present. Try again later."
            : "The call was not made: this answer of a person was used before, and it counts once. Call the tool again to have a person asked anew.";
    }
}
