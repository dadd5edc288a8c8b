using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// The fields and properties that get their value once: the static ones in each process, those of a component's class in each invocation. Collections among them may still be changed.
/// </summary>
internal sealed class KeptMembers
{
    private readonly ConcurrentDictionary<ISymbol, CodeUnit> _values = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, byte> _changed = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a member cannot be set after its object, or its class, has been made.</summary>
    public static bool IsKept(ISymbol member) => member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null, IsIndexer: false };

    /// <summary>Notes code that makes the value: the initializer, or an assignment in a constructor.</summary>
    public void AddValue(ISymbol member, CodeUnit value) => _values.AddOrUpdate(member, value, (_, known) => known.With(value));

    /// <summary>Notes that code of the project changes the collection that a member keeps.</summary>
    public void AddChange(ISymbol member) => _changed.TryAdd(member, 0);

    /// <summary>The code that makes the value, or <see langword="null"/>.</summary>
    /// <param name="member">The field or property.</param>
    /// <param name="scope">The type that has been read completely, or <see langword="null"/> when the whole project has.</param>
    public CodeUnit? FindValue(ISymbol member, INamedTypeSymbol? scope) => IsIn(member, scope) && _values.TryGetValue(member, out var value) ? value : null;

    /// <summary>Whether code of the project changes the collection that a member keeps.</summary>
    /// <param name="member">The field or property.</param>
    /// <param name="scope">As in <see cref="FindValue"/>: other types change it only if they can see it.</param>
    public bool IsChanged(ISymbol member, INamedTypeSymbol? scope) =>
        IsIn(member, scope) && (scope is null || member.DeclaredAccessibility == Accessibility.Private) && _changed.ContainsKey(member);

    private static bool IsIn(ISymbol member, INamedTypeSymbol? scope) => scope is null || SymbolEqualityComparer.Default.Equals(member.ContainingType, scope);
}
