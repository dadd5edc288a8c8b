using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Hosting;

/// <summary>Members of a type and its derived types that throw or never end in WebAssembly, although no attribute says so.</summary>
/// <param name="Namespace">The namespace of the type.</param>
/// <param name="Type">The name of the type.</param>
/// <param name="Problem">The rest of the message: what happens, and what to do.</param>
/// <param name="Members">The members' names. <c>.ctor</c> is a constructor.</param>
internal sealed record WasmApi(string Namespace, string Type, string Problem, params string[] Members)
{
    /// <summary>A further condition on the use: the arguments that it needs.</summary>
    public Func<IOperation, bool>? Only { get; init; }

    public bool Has(ISymbol member, IOperation use) => Array.IndexOf(Members, member.Name) >= 0 && Only?.Invoke(use) != false;
}
