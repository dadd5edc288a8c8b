using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// Reads the attributes of System.ComponentModel.DataAnnotations. One on a type that it says nothing of (a length on a number, a range on a text) is left
/// out, as are attributes other than these.
/// </summary>
internal static class LimitsReader
{
    /// <summary>Reads the limits of a member or parameter, or returns <see langword="null"/> when it has none.</summary>
    /// <param name="type">The type of its values.</param>
    /// <param name="path">The member in the path of a problem: <c>.Age</c>, or empty for a parameter.</param>
    /// <param name="carriers">Where the attributes stand: the property, and the constructor parameter that carries it.</param>
    /// <param name="problems">What cannot be meant: contradictions, and what does not parse.</param>
    public static LimitsModel? Read(ITypeSymbol type, string path, IEnumerable<ISymbol?> carriers, List<NodeProblem> problems)
    {
        var target = LimitTarget.Of(type);
        var items = ItemNullability.Of(type);
        var attributes = LimitAttributes.Of(carriers);
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
            Allowed = Read((found, of) => ValuesReader.Read(found, "AllowedValues", of)),
            Denied = Read((found, of) => ValuesReader.Read(found, "DeniedValues", of)),
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
                problems.Add(new(RuleIds.UnsupportedType, path, impossible.Message, JsonUse.Read));
                return null;
            }
        }
    }
}

/// <summary>A limit that no value can meet, or that cannot be read.</summary>
/// <param name="reason">The second half of a sentence that begins with the member.</param>
internal sealed class LimitException(string reason) : Exception(reason);
