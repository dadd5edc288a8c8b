using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>The use of a delegate at one place.</summary>
/// <param name="Fate">What happens to it.</param>
/// <param name="Method">The method that receives it as an argument, or the code that invokes it.</param>
/// <param name="Ordinal">The ordinal of the parameter that takes it.</param>
/// <param name="InLoop">Whether it is invoked more than once.</param>
internal readonly record struct DelegateUse(DelegateFate Fate, IMethodSymbol? Method = null, int Ordinal = 0, bool InLoop = false)
{
    /// <summary>The code that passes it on.</summary>
    public IMethodSymbol? Passer { get; init; }

    /// <summary>Whether some code, or a function in it, invokes the delegate or passes it on.</summary>
    public bool IsIn(IMethodSymbol code)
    {
        for (ISymbol? around = Fate == DelegateFate.Invoked ? Method : Passer; around is IMethodSymbol function; around = around.ContainingSymbol)
            if (SymbolEqualityComparer.Default.Equals(Operations.Definition(function), code))
                return true;
        return false;
    }
}

/// <summary>What happens to a delegate.</summary>
internal enum DelegateFate
{
    /// <summary>Unknown here: it is stored or returned.</summary>
    Unknown,

    /// <summary>It is invoked by the code at hand.</summary>
    Invoked,

    /// <summary>It is the body of a step.</summary>
    Step,

    /// <summary>A step runs it in addition to its body.</summary>
    InStep,

    /// <summary>It is passed on.</summary>
    Passed,
}
