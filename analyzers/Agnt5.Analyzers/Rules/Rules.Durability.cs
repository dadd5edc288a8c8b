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
        "'{0}' makes a random value in {1}: a replay gets another value; use the context's NewGuid() or Random, or make it in a step",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.RandomValue));

    public static readonly DiagnosticDescriptor Delay = new(
        RuleIds.Delay,
        "A workflow waits in the process",
        "'{0}' waits for time to pass in {1}: it holds the slice, and each replay waits again; use the context's SleepAsync, which is durable",
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
        "'{0}' calls a model in {1}: each replay calls and pays for it again, and may get another answer; call it in a step, or in an agent with the context's CallModelAsync",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InputOutput));

    public static readonly DiagnosticDescriptor StartedWork = new(
        RuleIds.Concurrency,
        "A workflow starts threads or tasks by hand",
        "'{0}' starts a thread or task in {1}: the work has no order that a replay repeats, and each replay does it again; start steps, and await them with Task.WhenAll",
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

    public static readonly DiagnosticDescriptor HashCode = new(
        RuleIds.Surroundings,
        "A value that may change between replays is read outside of a step",
        "'{0}' is called in {1}: each process has another hash code; use the value itself, or compute a hash such as SHA-256 from its content",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Surroundings));

    public static readonly DiagnosticDescriptor KeptValue = new(
        RuleIds.Surroundings,
        "A value that may change between replays is read outside of a step",
        "'{0}' is read in {1}: it is made once in each process, so the process that replays has another value; make it in a step, or take it from the input",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Surroundings));

    public static readonly DiagnosticDescriptor ValueOfInvocation = new(
        RuleIds.Surroundings,
        "A value that may change between replays is read outside of a step",
        "'{0}' is read in {1}: each replay makes the class anew, and so another value; make it in a step, or take it from the context",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Surroundings));

    public static readonly DiagnosticDescriptor ProcessCache = new(
        RuleIds.ProcessCache,
        "A cache of the process is read outside of a step",
        "'{0}' is read in {1}: code of this process changes it at any time, so a replay may find something else; read it in a step",
        Durability,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ProcessCache));

    public static readonly DiagnosticDescriptor HostCast = new(
        RuleIds.HostCast,
        "A conversion of a fraction differs between hosts",
        "This conversion in {1} gives WebAssembly another '{0}' than other hosts, for NaN and for numbers that do not fit: "
            + "convert in checked(…), which fails on all of them, or test the range first",
        Durability,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.HostCast));

    public static readonly DiagnosticDescriptor KeyUsedTwice = new(
        RuleIds.KeyUsedTwice,
        "A durable key is used twice",
        "The {0} '{1}' in {2} has the same key as an earlier call: a run uses a key once, so this call fails; give it another name or key",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.KeyUsedTwice));

    public static readonly DiagnosticDescriptor KeyOfHelperUsedTwice = new(
        RuleIds.KeyUsedTwice,
        "A durable key is used twice",
        "The {0} '{1}' in {2} is called again with the same key: a run uses a key once, so the second call fails; let the callers pass a part of the key",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.KeyUsedTwice));

    public static readonly DiagnosticDescriptor ConstantKeyInLoop = new(
        RuleIds.ConstantKeyInLoop,
        "A durable key in a loop stays the same",
        "The {0} '{1}' in {3} has the same key in each round of a loop: once it has succeeded, the next round fails; give it {2}",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ConstantKeyInLoop));

    public static readonly DiagnosticDescriptor UnstableKey = new(
        RuleIds.UnstableKey,
        "A durable key differs between replays",
        "A durable key in {1} is not stable, so a replay does not find the record: {0}",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnstableKey));

    public static readonly DiagnosticDescriptor DurableCallInStep = new(
        RuleIds.DurableCallInStep,
        "A durable call is made inside a step body",
        "'{0}' is called inside a step body in {1}: a pause must not abandon a step that has started, so the call fails; move it out of the step",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.DurableCallInStep));

    public static readonly DiagnosticDescriptor CleanupAroundWait = new(
        RuleIds.CleanupAroundWait,
        "A using, lock or finally encloses a durable wait",
        "This '{0}' encloses a durable wait in {1}: a suspended slice never leaves it, and a later slice enters it again; end it before the wait, or move the guarded work into a step",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.CleanupAroundWait));

    public static readonly DiagnosticDescriptor NotAwaited = new(
        RuleIds.NotAwaited,
        "A durable call is not awaited",
        "'{0}' is not awaited in {1}: the run may end before the call does, and its failure is lost; await it, or keep its task and await that",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.NotAwaited));

    public static readonly DiagnosticDescriptor AwaitedByNobody = new(
        RuleIds.NotAwaited,
        "A durable call is not awaited",
        "'{0}' is in an async function without a task in {1}: nobody can await it, so the run may end before the call does; use a function that returns a Task, and await that",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.NotAwaited));

    public static readonly DiagnosticDescriptor ConfigureAwaitFalse = new(
        RuleIds.ConfigureAwaitFalse,
        "A workflow body leaves the workflow's thread",
        "'ConfigureAwait' moves the rest of {0} to another thread, where the next durable call fails: remove it",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ConfigureAwaitFalse));

    public static readonly DiagnosticDescriptor Blocking = new(
        RuleIds.Blocking,
        "A workflow blocks on a task",
        "'{0}' blocks the only thread of {1}, which the task may need to complete: await the task",
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
        "This loop in {0} has no constant bound and reaches no step, wait or yield, so the budget cannot stop it: call YieldIfNeededAsync in it, or put the work into a step",
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
        "'{0}' logs again on each replay of {1}: use the context's Logger, which is silent during a replay",
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
        "A step body in {0} does not pass its CancellationToken on: when the budget ends, the body keeps running and its result is lost; pass the token to its calls",
        Durability,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.IgnoredToken));

    public static readonly DiagnosticDescriptor RepeatedChange = new(
        RuleIds.RepeatedChange,
        "A tool with side effects uses no idempotency key",
        "'{0}' in {1} changes something outside without an idempotency key: when agent '{2}' calls the tool again after a crash, it happens twice; pass on the IdempotencyKey of a FunctionContext",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.RepeatedChange));

    public static readonly DiagnosticDescriptor FailureCause = new(
        RuleIds.FailureCause,
        "A failed step has no inner exception",
        "'{0}' never returns the exception that the step threw: a StepFailedException holds none, so that it is the same live and replayed; ask Is<TException>(), or read ErrorType and Message",
        Durability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.FailureCause));

    public static readonly DiagnosticDescriptor StepPolicy = new(
        RuleIds.StepPolicy,
        "A step policy cannot be found or used",
        "The step policy '{0}' {1}",
        Durability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.StepPolicy));

    /// <summary>The rules that one walk over the code reports. <see cref="FailureCause"/> and <see cref="StepPolicy"/> have analyzers for themselves, since they look at all code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfDurability { get; } =
    [
        Clock,
        RandomValue,
        Delay,
        InputOutput,
        ModelCall,
        StartedWork,
        Surroundings,
        HashCode,
        KeptValue,
        ValueOfInvocation,
        ProcessCache,
        HostCast,
        KeyUsedTwice,
        KeyOfHelperUsedTwice,
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
