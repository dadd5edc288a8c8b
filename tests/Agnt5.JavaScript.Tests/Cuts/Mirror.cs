using System.Text.Json.Nodes;
using Agnt5.Durability.Tests.Platform;

namespace Agnt5.JavaScript.Tests.Cuts;

/// <summary>An execution that waits in a host, and its likeness here. The simulation plays the likeness, and the host is told; what the host's did by itself, the likeness does as well.</summary>
internal sealed class Mirror
{
    private readonly CancellationTokenSource _token = new();
    private readonly Durability.Tests.Platform.Execution _execution;
    private readonly bool _isForeign;
    private readonly Task _passing;
    private CutKind _known = CutKind.DeadlineInStep;
    private bool _hasEndedThere;

    public Mirror(Durability.Tests.Platform.Execution execution, bool isForeign)
    {
        (_execution, _isForeign) = (execution, isForeign);
        _passing = execution.PassAsync(isForeign ? CancellationToken.None : _token.Token);
    }

    public bool IsWaiting => _execution is { IsWaiting: true, IsAbandoned: false };

    /// <summary>Whether the host does not know yet that it ended.</summary>
    public bool HasNews => !_hasEndedThere && !_execution.IsWaiting;

    /// <summary>What the host is to be told of its deadline, if anything.</summary>
    public JsonNode? TakeReaction()
    {
        if (_hasEndedThere || _execution.Reaction == _known)
            return null;

        _known = _execution.Reaction;
        return Describe(_known.ToString(), "");
    }

    /// <summary>What the host is to be told of its end, if anything.</summary>
    public JsonNode? TakeEnd()
    {
        if (!HasNews)
            return null;

        _hasEndedThere = true;
        return Wait() switch
        {
            null => Describe("finish", ""),
            OperationCanceledException => Describe("cancel", ""),
            var failure => Describe("throw", failure.Message),
        };
    }

    /// <summary>Does what the host's did when its token fired.</summary>
    public void Cancel()
    {
        _token.Cancel();
        _hasEndedThere |= !_execution.IsWaiting;
        if (_hasEndedThere)
            Wait();
    }

    private Exception? Wait()
    {
        try
        {
            _passing.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return exception;
        }
    }

    private JsonObject Describe(string how, string message) => new() { ["id"] = _execution.Id, ["isForeign"] = _isForeign, ["how"] = how, ["message"] = message };
}
