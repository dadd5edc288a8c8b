using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// Reads the attributes of System.ComponentModel.DataAnnotations. An attribute on a type that it does not fit (a length on a number, a range on a text) is left
/// out, as are attributes other than these.
/// </summary>
internal static class LimitsReader
{
    /// <summary>Reads the limits of a member or parameter, or returns <see langword="null"/> when it has none.</summary>
    /// <param name="problems">The invalid limits: contradictions, and values that do not parse.</param>
    public static LimitsModel? Read(LimitedSymbol symbol, JsonScope scope, List<NodeProblem> problems)
    {
        // A context of the project makes its own metadata, which has no room for limits.
        if (scope.Rules.Context is not null)
            return null;

        var target = symbol.HasConverter ? LimitTarget.Opaque(symbol.Type) : LimitTarget.Of(symbol.Type, scope.Known);
        var items = target.Kind is LimitKind.Items or LimitKind.Entries ? ItemNullability.Of(symbol.Type) : 0;
        var attributes = LimitAttributes.Of(symbol.Carriers);
        if (attributes.IsEmpty)
            return items == 0 ? null : new LimitsModel { ItemsWithoutNull = items };

        var required = attributes.Find("Required");
        var limits = new LimitsModel
        {
            IsRequired = required is not null,
            RefusesBlank = required is not null && target.Kind == LimitKind.Text && required.Named("AllowEmptyStrings") is not true,
            Range = Read(RangeReader.Read),
            Length = Read(LengthReader.Read),
            Pattern = Read(PatternReader.Read),
            Allowed = Read((found, of) => ValuesReader.Read(found, "AllowedValues", of, scope.Known)),
            Denied = Read((found, of) => ValuesReader.Read(found, "DeniedValues", of, scope.Known)),
            IsEmailAddress = target.Kind == LimitKind.Text && attributes.Find("EmailAddress") is not null,
            IsUrl = target.Kind is LimitKind.Text or LimitKind.Uri && attributes.Find("Url") is not null,
            ItemsWithoutNull = items,
        };
        return limits == new LimitsModel() ? null : limits;

        T? Read<T>(Func<LimitAttributes, LimitTarget, T?> read)
            where T : class
        {
            try
            {
                return read(attributes, target);
            }
            catch (LimitException impossible)
            {
                problems.Add(new(RuleIds.UnsupportedType, symbol.Path, impossible.Message, JsonUse.Read));
                return null;
            }
        }
    }
}

/// <summary>A member or parameter that may have limits.</summary>
/// <param name="Type">The type of its values.</param>
/// <param name="Path">The member in the path of a problem: <c>.Age</c>, or empty for a parameter.</param>
/// <param name="Carriers">The symbols with the attributes: the property, and the constructor parameter that carries it.</param>
internal readonly record struct LimitedSymbol(ITypeSymbol Type, string Path, IReadOnlyList<ISymbol?> Carriers)
{
    /// <summary>Whether it has a converter, so that only the converter knows the form of its JSON.</summary>
    public bool HasConverter { get; init; }

    public static LimitedSymbol Of(IParameterSymbol parameter, KnownSymbols known) => new(TriggerParameter.InputTypeOf(parameter, known), "", [parameter]);
}

/// <summary>A limit that no value can meet, or that cannot be read.</summary>
/// <param name="reason">The second half of a sentence that begins with the member.</param>
internal sealed class LimitException(string reason) : Exception(reason);
