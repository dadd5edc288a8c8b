using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>The units of code read so far, and the code that a call runs.</summary>
internal sealed class CodeGraph
{
    private readonly ConcurrentDictionary<IMethodSymbol, CodeUnit> _units = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ConcurrentBag<IMethodSymbol>> _implementations = new(SymbolEqualityComparer.Default);

    public IEnumerable<CodeUnit> Units => _units.Values;

    /// <summary>Adds units. A member may come in parts: a constructor with the initializer of each member, and a partial member, whose declaring part brings its attributes.</summary>
    /// <returns>The units as the graph has them.</returns>
    public IEnumerable<CodeUnit> Add(IEnumerable<CodeUnit> units)
    {
        foreach (var unit in units)
            yield return unit.IsMember
                ? _units.AddOrUpdate(unit.Symbol, unit, (_, known) => known.With(unit))
                : _units.GetOrAdd(unit.Symbol, unit);
    }

    /// <summary>Notes which interface members of the project a type implements, and which members of base types it overrides.</summary>
    public void AddImplementations(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return;
        foreach (var contract in type.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, type.ContainingAssembly))
                foreach (var member in contract.GetMembers())
                    if (member is IMethodSymbol method && type.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation)
                        AddImplementation(method, implementation);
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { IsOverride: true, OverriddenMethod: { } overridden } method)
                for (var current = overridden; current is not null; current = current.OverriddenMethod)
                    AddImplementation(current, method);
    }

    /// <summary>Finds the code that a call runs.</summary>
    /// <param name="target">The called member.</param>
    /// <param name="scope">The type that has been read completely, or <see langword="null"/> when the whole project has.</param>
    /// <returns><see langword="null"/> when it is unknown.</returns>
    public CodeUnit? Find(IMethodSymbol target, INamedTypeSymbol? scope)
    {
        if (scope is not null)
            return IsIn(target, scope) && !IsOpen(target) ? Get(target) : null;
        if (!IsOpen(target))
            return Get(target);
        // With one implementation, every call of the member runs it. With several, the code cannot be known.
        var own = target.IsAbstract ? [] : new[] { target };
        var candidates = _implementations.TryGetValue(target, out var found) ? own.Concat(found).Distinct(SymbolEqualityComparer.Default).ToArray() : own;
        return candidates is [IMethodSymbol only] ? Get(only) : null;
    }

    private CodeUnit? Get(IMethodSymbol symbol) => _units.TryGetValue(symbol, out var unit) ? unit : null;

    private static bool IsOpen(IMethodSymbol method) =>
        method.IsAbstract || method.IsVirtual || (method.IsOverride && !method.IsSealed && !method.ContainingType.IsSealed);

    private static bool IsIn(IMethodSymbol method, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, type);

    private void AddImplementation(IMethodSymbol member, IMethodSymbol implementation) =>
        _implementations.GetOrAdd(Operations.Definition(member), static _ => []).Add(Operations.Definition(implementation));
}
