using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>One argument of an attribute as it was written.</summary>
/// <param name="Name">The name of the constructor's parameter or of the property.</param>
/// <param name="Value">Its value.</param>
/// <param name="Attribute">The attribute.</param>
internal readonly record struct AttributeArgument(string Name, TypedConstant Value, AttributeData Attribute)
{
    public static IEnumerable<AttributeArgument> Of(AttributeData attribute)
    {
        for (var i = 0; i < attribute.ConstructorArguments.Length; i++)
            yield return new(attribute.AttributeConstructor!.Parameters[i].Name, attribute.ConstructorArguments[i], attribute);
        foreach (var argument in attribute.NamedArguments)
            yield return new(argument.Key, argument.Value, attribute);
    }

    /// <summary>The location of the argument, or <see langword="null"/> when its attribute is not in source.</summary>
    public Location? Find(CancellationToken cancellationToken) => Syntax(cancellationToken)?.GetLocation();

    /// <summary>The syntax of the argument, or <see langword="null"/> when its attribute is not in source.</summary>
    public AttributeArgumentSyntax? Syntax(CancellationToken cancellationToken)
    {
        if (Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var written })
            return null;
        var name = Name;
        var argument = written.FirstOrDefault(candidate => (candidate.NameEquals?.Name ?? candidate.NameColon?.Name)?.Identifier.ValueText == name);
        return argument ?? written[Position()];
    }

    // An argument without a name has the position of its parameter.
    private int Position()
    {
        var name = Name;
        return Attribute.AttributeConstructor!.Parameters.Single(parameter => parameter.Name == name).Ordinal;
    }
}
