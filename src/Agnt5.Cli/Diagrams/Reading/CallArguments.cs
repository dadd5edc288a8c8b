using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

/// <summary>The arguments of a durable call by the names of their parameters.</summary>
internal sealed class CallArguments(ArgumentListSyntax list, SourceCode code)
{
    /// <summary>The text of an argument, or <see langword="null"/> where it is left out.</summary>
    public string? Text(string parameter, int position) => Find(parameter, position) is { } value ? SourceText.Of(value, code) : null;

    public string? Duration(string parameter, int position) => Find(parameter, position) is { } value ? DurationText.Of(value, code) : null;

    /// <summary>The timeout: it stands at another place in each method.</summary>
    public string? Timeout()
    {
        var value = Find("timeout", -1) ?? list.Arguments.Skip(1).FirstOrDefault(argument => argument.NameColon is null && DurationText.Is(argument.Expression, code))?.Expression;
        return value is null or LiteralExpressionSyntax ? null : DurationText.Of(value, code);
    }

    /// <summary>A member of the options, where they are made in the call.</summary>
    public string? Option(string member)
    {
        foreach (var argument in list.Arguments)
            if (argument.Expression is BaseObjectCreationExpressionSyntax { Initializer: { } initializer })
                foreach (var assigned in initializer.Expressions.OfType<AssignmentExpressionSyntax>())
                    if (assigned.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == member)
                        return SourceText.Of(assigned.Right, code);
        return null;
    }

    private ExpressionSyntax? Find(string parameter, int position)
    {
        foreach (var argument in list.Arguments)
            if (argument.NameColon?.Name.Identifier.ValueText == parameter)
                return argument.Expression;
        return position >= 0 && position < list.Arguments.Count && list.Arguments[position].NameColon is null ? list.Arguments[position].Expression : null;
    }
}
