using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>What becomes of a delegate at one place.</summary>
/// <param name="Fate">What happens there.</param>
/// <param name="Method">The method that gets it as an argument, or the code that invokes it.</param>
/// <param name="Ordinal">The parameter that it is passed as.</param>
/// <param name="InLoop">Whether it is invoked more than once.</param>
internal readonly record struct DelegateUse(DelegateFate Fate, IMethodSymbol? Method = null, int Ordinal = 0, bool InLoop = false);

/// <summary>What happens to a delegate.</summary>
internal enum DelegateFate
{
    /// <summary>Nobody can tell from here: it is stored or returned.</summary>
    Unknown,

    /// <summary>It is invoked by the code at hand.</summary>
    Invoked,

    /// <summary>It is the body of a step.</summary>
    Step,

    /// <summary>It is run by a step beside its body.</summary>
    InStep,

    /// <summary>It is passed on.</summary>
    Passed,
}
