using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4003: the members that wait for time to pass in this process.</summary>
internal static class Delays
{
    public static readonly ForbiddenApi[] Apis =
    [
        new(Rules.Delay, "System.Threading.Tasks", "Task", "Delay"),
        new(Rules.Delay, "System.Threading.Tasks", "Task", "WaitAsync") { Only = TakesTime },
        new(Rules.Delay, "System.Threading.Tasks", "TimeProviderTaskExtensions", "Delay", "WaitAsync", "CreateCancellationTokenSource"),
        new(Rules.Delay, "System.Threading", "Thread", "Sleep"),
        new(Rules.Delay, "System.Threading", "SpinWait", "SpinUntil"),
        new(Rules.Delay, "System.Threading", "Timer", ".ctor"),
        new(Rules.Delay, "System.Threading", "PeriodicTimer", ".ctor"),
        new(Rules.Delay, "System.Threading", "CancellationTokenSource", ".ctor") { Only = static constructor => !constructor.Parameters.IsEmpty },
        new(Rules.Delay, "System.Threading", "CancellationTokenSource", "CancelAfter"),
        new(Rules.Delay, "System.Timers", "Timer", ".ctor"),
        new(Rules.Delay, "System", "TimeProvider", "CreateTimer"),
    ];

    private static bool TakesTime(IMethodSymbol method) => method.Parameters.Any(static parameter => parameter.Type.Name == "TimeSpan");
}
