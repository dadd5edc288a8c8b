using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Follows a value to the place where it is made: through variables that are written once, and members that are set once.</summary>
/// <param name="Variables">The variables of the member around the value.</param>
/// <param name="Shared">The values that all code shares.</param>
internal sealed record KnownValues(Variables Variables, SharedValues Shared)
{
    // Code rarely gives one name to another many times.
    private const int Depth = 8;

    private static readonly ImmutableHashSet<ISymbol> None = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    /// <summary>The methods whose texts are being read.</summary>
    public ImmutableHashSet<ISymbol> Methods { get; init; } = None;

    /// <summary>Where a value is made, as far as that is known; otherwise the last place that is.</summary>
    public IOperation Origin(IOperation value)
    {
        var current = Operations.Unwrap(value);
        for (var depth = 0; depth < Depth; depth++)
        {
            var next = current switch
            {
                ILocalReferenceOperation { Local: var local } => Variables.ValueOf(local),
                IFieldReferenceOperation { Field: var field } => Shared.ValueOf(field),
                IPropertyReferenceOperation { Property: var property } => Shared.ValueOf(property),
                _ => null,
            };
            if (next is null)
                return current;
            current = Operations.Unwrap(next);
        }

        return current;
    }
}
