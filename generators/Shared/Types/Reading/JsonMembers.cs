using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A property, field or tuple element that System.Text.Json would look at, with its accessors.</summary>
/// <param name="Name">The name of the member in generated code: a tuple's element is <c>Item1</c>, whatever its name.</param>
/// <param name="Setter">How the member can be set, if no constructor parameter carries it.</param>
/// <param name="GetMethod">The getter, where the member is a property.</param>
/// <param name="SetMethod">The setter, where the member is a property.</param>
/// <param name="IsIgnored">Whether an attribute keeps the member out of JSON.</param>
internal sealed record JsonMember(
    ISymbol Symbol, string Name, ITypeSymbol Type, GetterKind Getter, SetterKind Setter, IMethodSymbol? GetMethod, IMethodSymbol? SetMethod, bool IsIgnored)
{
    public bool IsField => Symbol is IFieldSymbol;

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>Whether the member stores a value, which is lost when it cannot be read back; a computed member is only written for readers.</summary>
    public bool HasStorage => IsField || Symbol is IPropertySymbol property && StoresValue(property);

    /// <summary>Whether the compiler stores a value for a property. It shows no private fields of a referenced assembly, but the attribute on the accessor stays.</summary>
    public static bool StoresValue(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
        || (property.GetMethod is { Locations: [{ IsInMetadata: true }, ..] } getter
            && getter.GetAttributes().Any(static data => data.AttributeClass is { Name: "CompilerGeneratedAttribute" }));
}

/// <summary>Finds the members of a type: its own first, then what it inherits, as System.Text.Json orders them.</summary>
internal static class JsonMembers
{
    public static IReadOnlyList<JsonMember> Find(INamedTypeSymbol type, JsonScope scope)
    {
        if (type.IsTupleType && scope.Rules.Context is null)
            return type.TupleElements.Select(Element).ToArray();

        // A context of the project treats a tuple as a struct.
        type = type.TupleUnderlyingType ?? type;
        var found = new List<JsonMember>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in Levels(type))
        {
            var members = level.GetMembers();
            foreach (var property in members.OfType<IPropertySymbol>())
                if (!property.IsStatic && !property.IsIndexer && !property.IsImplicitlyDeclared && Read(property, scope) is { } member && seen.Add(property.Name))
                    found.Add(member);
            foreach (var field in members.OfType<IFieldSymbol>())
                if (!field.IsStatic && !field.IsImplicitlyDeclared && Read(field, scope) is { } member && seen.Add(field.Name))
                    found.Add(member);
        }

        return found;
    }

    private static JsonMember? Read(IPropertySymbol property, JsonScope scope)
    {
        var isIncluded = JsonAttributes.IsIncluded(property, scope.Known);
        var (reads, writes) = JsonAttributes.Directions(property, scope.Known);
        var getMethod = Accessor(property, static candidate => candidate.GetMethod);
        var setMethod = Accessor(property, static candidate => candidate.SetMethod);
        var getter = !writes ? GetterKind.None : IsPublic(getMethod) ? GetterKind.Direct : isIncluded && getMethod is not null ? GetterKind.Accessor : GetterKind.None;
        var setter = !reads ? SetterKind.None
            : IsPublic(setMethod) ? setMethod!.IsInitOnly ? SetterKind.Accessor : SetterKind.Assignment
            : isIncluded && setMethod is not null ? SetterKind.Accessor
            : SetterKind.None;
        var isIgnored = (!reads && !writes) || (scope.Rules.IgnoresReadOnlyProperties && setMethod is null && !JsonAttributes.IsNeverIgnored(property, scope.Known));
        return isIncluded || IsPublic(getMethod) || IsPublic(setMethod)
            ? new(property, property.Name, property.Type, getter, setter, getMethod, setMethod, isIgnored)
            : null;
    }

    private static JsonMember? Read(IFieldSymbol field, JsonScope scope)
    {
        var isPublic = field.DeclaredAccessibility == Accessibility.Public;
        if (!JsonAttributes.IsIncluded(field, scope.Known) && !(isPublic && scope.Rules.IncludesFields))
            return null;

        var (reads, writes) = JsonAttributes.Directions(field, scope.Known);
        var getter = !writes ? GetterKind.None : isPublic ? GetterKind.Direct : GetterKind.Accessor;
        var setter = !reads || field.IsReadOnly ? SetterKind.None : isPublic ? SetterKind.Assignment : SetterKind.Accessor;
        var isIgnored = (!reads && !writes) || (scope.Rules.IgnoresReadOnlyFields && field.IsReadOnly && !JsonAttributes.IsNeverIgnored(field, scope.Known));
        return Field(field, getter, setter, isIgnored);
    }

    private static JsonMember Field(IFieldSymbol field, GetterKind getter, SetterKind setter, bool isIgnored) =>
        new(field, field.Name, field.Type, getter, setter, GetMethod: null, SetMethod: null, isIgnored);

    private static JsonMember Element(IFieldSymbol element, int index) =>
        Field(element, GetterKind.Direct, SetterKind.Assignment, isIgnored: false) with { Name = FormattableString.Invariant($"Item{index + 1}") };

    // An override may inherit an accessor from the property that it overrides.
    private static IMethodSymbol? Accessor(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> select)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
            if (select(current) is { } accessor)
                return accessor;
        return null;
    }

    private static bool IsPublic(IMethodSymbol? accessor) => accessor is { DeclaredAccessibility: Accessibility.Public };

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
            return [type, .. type.AllInterfaces];
        return BaseTypes(type);
    }

    /// <summary>A type and its base types, as far as they may have data.</summary>
    public static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
            yield return current;
    }
}
