using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>One trigger or policy attribute on a method.</summary>
internal readonly record struct PolicyMark(PolicyKind Kind, AttributeData Attribute)
{
    /// <summary>The trigger and policy attributes of a method, in source order.</summary>
    public static IEnumerable<PolicyMark> Of(IMethodSymbol method, KnownSymbols known)
    {
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass is { } type && known.PolicyAttributes.TryGetValue(type, out var kind))
                yield return new(kind, attribute);
    }

    /// <summary>Finds what was written for an argument, by the name of the constructor's parameter or of the property.</summary>
    /// <returns><see langword="null"/> when nothing or <see langword="null"/> was written.</returns>
    public TypedConstant? Find(string name)
    {
        foreach (var argument in AttributeArgument.Of(Attribute))
            if (argument.Name == name && argument.Value is { Kind: not TypedConstantKind.Error, IsNull: false })
                return argument.Value;
        return null;
    }
}
