using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers;

// 4xxx: durability and determinism. Where a rule follows calls, the last argument of its message is the component, with the call path that leads from it to the code.
internal static partial class Rules
{
    private const string Durability = "Agnt5.Durability";

    public static readonly DiagnosticDescriptor Clock = new(
        RuleIds.Clock,
        "The clock is read outside of a step",
        "'{0}' reads the clock in {1}: a replay reads another time; use the context's UtcNow, or read it in a step",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Clock));

    public static readonly DiagnosticDescriptor RandomValue = new(
        RuleIds.RandomValue,
        "A random value is made outside of a step",
        "'{0}' makes a random value in {1}: a replay gets another one; use the context's NewGuid() or Random, or make it in a step",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.RandomValue));

    public static readonly DiagnosticDescriptor Delay = new(
        RuleIds.Delay,
        "A workflow waits in the process",
        "'{0}' waits for time to pass in {1}: it holds the slice, and begins anew on each replay; use the context's SleepAsync, which is durable",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Delay));

    public static readonly DiagnosticDescriptor InputOutput = new(
        RuleIds.InputOutput,
        "I/O is done outside of a step",
        "'{0}' does I/O in {1}: each replay does it again, and may get another answer; call it in a step",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InputOutput));

    public static readonly DiagnosticDescriptor ModelCall = new(
        RuleIds.InputOutput,
        "I/O is done outside of a step",
        "'{0}' calls a model in {1}: each replay calls it again, is paid for again, and may get another answer; call it in a step, or in an agent by the context's CallModelAsync",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InputOutput));

    public static readonly DiagnosticDescriptor StartedWork = new(
        RuleIds.Concurrency,
        "A workflow starts threads or tasks by hand",
        "'{0}' starts work of its own in {1}: it runs outside of the order that is replayed, and again on each replay; start steps, and await them with Task.WhenAll",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Concurrency));

    public static readonly DiagnosticDescriptor Surroundings = new(
        RuleIds.Surroundings,
        "A value that may change between replays is read outside of a step",
        "'{0}' is read in {1}: the process that replays may have another value; read it in a step, or take it from the input or from options",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Surroundings));

    public static readonly DiagnosticDescriptor KeyUsedTwice = new(
        RuleIds.KeyUsedTwice,
        "A durable key is used twice",
        "The {0} '{1}' in {2} follows another one under the same key: a key is used once in a run, so this call fails; give it a name or key of its own",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.KeyUsedTwice));

    public static readonly DiagnosticDescriptor ConstantKeyInLoop = new(
        RuleIds.ConstantKeyInLoop,
        "A durable key in a loop stays the same",
        "The {0} '{1}' is in a loop in {3} under a key that stays the same: the second round fails; give it {2}",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ConstantKeyInLoop));

    public static readonly DiagnosticDescriptor UnstableKey = new(
        RuleIds.UnstableKey,
        "A durable key differs between replays",
        "A durable key in {1} is not stable, so a replay does not find what was recorded: {0}",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnstableKey));

    public static readonly DiagnosticDescriptor DurableCallInStep = new(
        RuleIds.DurableCallInStep,
        "A durable call is made inside a step body",
        "'{0}' is called inside a step body in {1}: a pause must not abandon a step that has started, so the call fails; make it outside of the step",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.DurableCallInStep));

    public static readonly DiagnosticDescriptor CleanupAroundWait = new(
        RuleIds.CleanupAroundWait,
        "A using, lock or finally encloses a durable wait",
        "This '{0}' stands around a durable wait in {1}: when the slice is suspended it does not end, and a later slice begins it anew; end it before the wait, or put what it is for into a step",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.CleanupAroundWait));

    public static readonly DiagnosticDescriptor NotAwaited = new(
        RuleIds.NotAwaited,
        "A durable call is not awaited",
        "'{0}' is not awaited in {1}: the run may end before it does, and its failure is lost; await it, or keep its task and await that",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.NotAwaited));

    public static readonly DiagnosticDescriptor ConfigureAwaitFalse = new(
        RuleIds.ConfigureAwaitFalse,
        "A workflow body leaves the workflow's thread",
        "'ConfigureAwait' makes what follows in {0} run on another thread, where the next durable call fails: remove it",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ConfigureAwaitFalse));

    public static readonly DiagnosticDescriptor Blocking = new(
        RuleIds.Blocking,
        "A workflow blocks on a task",
        "'{0}' blocks the one thread of {1}, which the task may need to complete: await the task",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Blocking));

    public static readonly DiagnosticDescriptor StateWrittenInStep = new(
        RuleIds.StateWrittenInStep,
        "State written in a step is read outside of steps",
        "'{0}' is written in a step and read outside of steps in {1}: a replay does not run the step, so the value is lost; return it from the step",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.StateWrittenInStep));

    public static readonly DiagnosticDescriptor UnboundedLoop = new(
        RuleIds.UnboundedLoop,
        "The budget cannot stop a loop",
        "This loop in {0} has no constant bound and comes to no step, wait or yield: the budget cannot stop it; call YieldIfNeededAsync in it, or put the work into a step",
        Durability,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnboundedLoop));

    public static readonly DiagnosticDescriptor CaptureWrittenInStep = new(
        RuleIds.CaptureWrittenInStep,
        "A step writes a captured variable",
        "'{0}' is written in a step body in {1} and read outside of it: a replay does not run the step, so the value is lost; return it from the step",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.CaptureWrittenInStep));

    public static readonly DiagnosticDescriptor InjectedLogger = new(
        RuleIds.InjectedLogger,
        "A workflow does not log through its context",
        "'{0}' logs again on each replay of {1}: use the context's Logger, which is silent while a run is replayed",
        Durability,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InjectedLogger));

    public static readonly DiagnosticDescriptor RacedWaits = new(
        RuleIds.RacedWaits,
        "Several waits for people or signals race",
        "Several questions or signals race in {0}: AGNT5 waits for one at a time, so the others cannot win while it is open; ask one, or send both under one signal",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.RacedWaits));

    public static readonly DiagnosticDescriptor IgnoredToken = new(
        RuleIds.IgnoredToken,
        "A step body ignores its cancellation token",
        "A step body in {0} does not pass its CancellationToken on: when the budget ends it runs on unheard, and its result is lost; pass the token to what it calls",
        Durability,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.IgnoredToken));

    public static readonly DiagnosticDescriptor RepeatedChange = new(
        RuleIds.RepeatedChange,
        "A tool with side effects uses no idempotency key",
        "'{0}' in {1} changes something outside, and no idempotency key is used: when agent '{2}' calls the tool again after a cut, it is done twice; pass on the IdempotencyKey of a FunctionContext",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.RepeatedChange));

    public static readonly DiagnosticDescriptor FailureCause = new(
        RuleIds.FailureCause,
        "A failed step has no inner exception",
        "'{0}' never gives what the step threw: a StepFailedException is the same live and replayed, and holds no other exception; ask Is<TException>(), or read ErrorType and Message",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.FailureCause));

    /// <summary>The rules of this file that come out of one walk over the code. What a failure's cause is asked for stands alone, wherever it is.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfDurability { get; } =
    [
        Clock,
        RandomValue,
        Delay,
        InputOutput,
        ModelCall,
        StartedWork,
        Surroundings,
        KeyUsedTwice,
        ConstantKeyInLoop,
        UnstableKey,
        DurableCallInStep,
        CleanupAroundWait,
        NotAwaited,
        ConfigureAwaitFalse,
        Blocking,
        StateWrittenInStep,
        UnboundedLoop,
        CaptureWrittenInStep,
        InjectedLogger,
        RacedWaits,
        IgnoredToken,
        RepeatedChange,
    ];
}
