using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A call, or a delegate that may be called.</summary>
/// <param name="Target">The code that runs.</param>
/// <param name="InLoop">Whether it may run more than once for one run of the caller.</param>
/// <param name="Uses">The uses of the delegate, or <see langword="null"/> for a call.</param>
internal readonly record struct CodeEdge(IMethodSymbol Target, bool InLoop, IReadOnlyList<DelegateUse>? Uses = null)
{
    /// <summary>The code, if it is not the project's.</summary>
    public CodeUnit? Unit { get; init; }

    /// <summary>Whether the loop around a call may end by the call's result.</summary>
    public bool EndsLoop { get; init; }

    /// <summary>Whether the caller awaits the call, or returns its task.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Whether the caller catches the call's failure.</summary>
    public bool IsGuarded { get; init; }
}
