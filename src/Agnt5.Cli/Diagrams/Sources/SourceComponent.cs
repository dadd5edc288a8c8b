using Agnt5.Shared;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Sources;

/// <summary>A method that an attribute makes a component, with the name that the source generator gives it.</summary>
/// <param name="Type">workflow, function, tool or agent.</param>
/// <param name="Name">The name on the wire.</param>
/// <param name="Method">The method.</param>
internal sealed record SourceComponent(string Type, string Name, MethodDeclarationSyntax Method)
{
    private const string Suffix = "Attribute";

    /// <summary>The component of a method, or <see langword="null"/> where it is none.</summary>
    public static SourceComponent? Of(MethodDeclarationSyntax method, SourceCode code)
    {
        foreach (var attribute in method.AttributeLists.SelectMany(static list => list.Attributes))
            if (TypeOf(attribute.Name) is { } type)
                return new(type, WrittenName(attribute, code) ?? ComponentNames.DefaultName(method.Identifier.ValueText), method);
        return null;
    }

    private static string? TypeOf(NameSyntax attribute)
    {
        var name = SourceText.LastName(attribute);
        return (name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name) switch
        {
            "Workflow" => "workflow",
            "Function" => "function",
            "Tool" => "tool",
            "Agent" => "agent",
            _ => null,
        };
    }

    private static string? WrittenName(AttributeSyntax attribute, SourceCode code) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null) is { } argument ? SourceText.Constant(argument.Expression, code) : null;
}
