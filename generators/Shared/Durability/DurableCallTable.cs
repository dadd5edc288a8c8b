using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// The facts about the awaited methods of the contexts at compile time, one row for each. Generator, analyzers and code fixes use only this table, so a method that is added to a
/// context is added only here.
/// </summary>
internal static class DurableCallTable
{
    public static readonly DurableCallSpec Step = new("StepAsync", DurableKind.Step)
    {
        Json = JsonUse.Both,
        Key = new(KeySpace.Records) { Name = "name", Options = new("options", "StepOptions", "Key") },
        Delegates = [new("body", DelegateRole.StepBody)],
    };

    public static readonly DurableCallSpec Sleep = new("SleepAsync", DurableKind.Sleep) { Key = new(KeySpace.Records) { Name = "name" } };

    /// <summary>The loop of an agent.</summary>
    public static readonly DurableCallSpec AgentLoop = new("RunAsync", DurableKind.AgentCall) { Json = JsonUse.Read };

    public static readonly DurableCallSpec ModelCall = new("CallModelAsync", DurableKind.ModelCall) { Key = new(KeySpace.ModelCalls) { Name = "key" } };

    private static readonly DurableKeySpec SignalKey = new(KeySpace.Signals) { Name = "signal", Place = "step" };

    public static readonly IReadOnlyList<DurableCallSpec> All =
    [
        Step,
        Sleep,
        new("SleepUntilAsync", DurableKind.Sleep) { Key = Sleep.Key },
        new("AskAsync", DurableKind.Question),
        new("TryAskAsync", DurableKind.Question),
        new("AskManyAsync", DurableKind.Question),
        new("TryAskManyAsync", DurableKind.Question),
        new("AskApprovalAsync", DurableKind.Question),
        new("WaitForSignalAsync", DurableKind.Signal) { Json = JsonUse.Read, Key = SignalKey },
        new("TryWaitForSignalAsync", DurableKind.Signal) { Json = JsonUse.Read, Key = SignalKey },
        new("YieldIfNeededAsync", DurableKind.Yield),
        AgentLoop,
        new("RunAgentAsync", DurableKind.AgentCall)
        {
            Json = JsonUse.Read,
            Key = new(KeySpace.AgentCalls) { Owner = "agent", Options = new("options", "AgentCallOptions", "Key") { Session = "SessionId" } },
        },
        ModelCall,
        new("EmitAsync", DurableKind.Event) { Json = JsonUse.Write },
    ];

    private static readonly Dictionary<string, DurableCallSpec> ByMethod = All.ToDictionary(static spec => spec.Method, StringComparer.Ordinal);

    /// <summary>The row of a method of this name, or <see langword="null"/> when the contexts have none. It needs no symbols.</summary>
    public static DurableCallSpec? Find(string method) => ByMethod.TryGetValue(method, out var spec) ? spec : null;

    /// <summary>The row of a method, or <see langword="null"/> when it is not an awaited method of a context.</summary>
    public static DurableCallSpec? Find(IMethodSymbol method, KnownSymbols known) =>
        Find(method.Name) is { } spec && ParameterRoles.IsContext(method.ContainingType, known) ? spec : null;

    /// <summary>Whether a member of options is a part of the key of some durable call.</summary>
    /// <param name="type">The name of the options' type.</param>
    /// <param name="member">The member's name.</param>
    public static bool IsKeyMember(string type, string member) => All.Any(spec => spec.Key?.Options?.IsPart(type, member) == true);
}
