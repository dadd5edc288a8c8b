using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Describes types for unsafe accessors. These find a member by its declared signature, with the type's own type parameters.</summary>
internal static class Accessors
{
    /// <summary>The target of a member's accessors.</summary>
    public static AccessorTarget TargetOf(JsonMember member)
    {
        var declared = member.SetMethod?.OriginalDefinition.Parameters[0].Type
            ?? member.GetMethod?.OriginalDefinition.ReturnType
            ?? ((IFieldSymbol)member.Symbol.OriginalDefinition).Type;
        return TargetOf((member.SetMethod ?? member.GetMethod ?? member.Symbol).ContainingType, TypeNames.CSharp(declared));
    }

    public static AccessorTarget TargetOf(INamedTypeSymbol type, string valueType)
    {
        var definition = type.OriginalDefinition;
        var parameters = AllOf(definition, static level => level.TypeParameters).ToArray();
        var arguments = AllOf(type, static level => level.TypeArguments).ToArray();
        return new(
            TypeNames.CSharp(definition),
            valueType,
            parameters.Length == 0 ? "" : $"<{string.Join(", ", parameters.Select(static parameter => TypeNames.CSharp(parameter)))}>",
            string.Join(" ", parameters.Select(Constraints).Where(static text => text.Length > 0)),
            arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(TypeNames.CSharp))}>",
            type.IsValueType);
    }

    /// <summary>Whether a type parameter has the name of one of a type around it, so that accessors could not tell them apart.</summary>
    public static bool HidesTypeParameter(INamedTypeSymbol type)
    {
        var names = AllOf(type.OriginalDefinition, static level => level.TypeParameters).Select(static parameter => parameter.Name).ToArray();
        return names.Distinct(StringComparer.Ordinal).Count() < names.Length;
    }

    private static IEnumerable<T> AllOf<T>(INamedTypeSymbol type, Func<INamedTypeSymbol, IEnumerable<T>> select) =>
        type.ContainingType is { } outer ? AllOf(outer, select).Concat(select(type)) : select(type);

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            constraints.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            constraints.Add("class");
        else if (parameter.HasNotNullConstraint)
            constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(TypeNames.CSharp));
        if (parameter.HasConstructorConstraint)
            constraints.Add("new()");
        return constraints.Count == 0 ? "" : $"where {TypeNames.CSharp(parameter)} : {string.Join(", ", constraints)}";
    }
}
