using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT2013: finds converters that work by reflection, which Native AOT cannot follow.</summary>
internal static class ConverterAdvice
{
    /// <param name="declared">The type or member of this project that may have the attribute.</param>
    /// <param name="path">Its name in messages.</param>
    /// <param name="type">The type that the converter is for.</param>
    public static IEnumerable<NodeProblem> Of(ISymbol declared, string path, ITypeSymbol type, JsonScope scope)
    {
        if (scope.Rules.Context is not null || !scope.Known.IsOfProject(declared)
            || JsonAttributes.ConverterOf(declared, scope.Known)?.ConstructorArguments is not [{ Value: INamedTypeSymbol { IsUnboundGenericType: false } converter }])
            yield break;

        var target = TypeNames.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        if (Converters.IsStringEnum(converter))
        {
            if (target.TypeKind == TypeKind.Enum)
                yield return Found($"has the converter 'JsonStringEnumConverter', which finds the enum by reflection: name JsonStringEnumConverter<{TypeNames.Shown(target)}>");
        }
        else if (converter.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) is { } constructor && (IsMarked(constructor) || IsMarked(converter)))
        {
            yield return Found($"has the converter '{TypeNames.Shown(converter)}', which is marked [RequiresDynamicCode]: use one that is not");
        }
        else if (converter.BaseType is { } derivedFrom && Converters.IsStringEnum(derivedFrom))
        {
            yield return Found($"has the converter '{TypeNames.Shown(converter)}', which finds the enum by reflection: derive it from JsonStringEnumConverter<{TypeNames.Shown(target)}>");
        }

        NodeProblem Found(string reason) => new(RuleIds.ReflectionConverter, path, reason) { Cause = declared };
    }

    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(static data => data.AttributeClass is { Name: "RequiresDynamicCodeAttribute" });
}
