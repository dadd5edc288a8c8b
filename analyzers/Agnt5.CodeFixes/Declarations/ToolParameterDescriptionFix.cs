using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1011: adds a description made from the parameter's name, which the user then completes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ToolParameterDescriptionFix)), Shared]
public sealed class ToolParameterDescriptionFix() : RemedyProvider(RuleIds.ToolParameterWithoutDescription)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found
            || found.Target.FirstAncestorOrSelf<ParameterSyntax>() is not { } syntax
            || found.Symbol.Parameters.FirstOrDefault(candidate => candidate.Name == syntax.Identifier.ValueText) is not { } parameter
            || IsSaidOtherwise(parameter, found.Known, cancellationToken)
            || !CommentLines.CanChange(found.Syntax)
            || Words.Thing(parameter.Name) is not { } text)
            return null;
        return new("Describe the parameter", "Describe the parameter", [new AddParameterDescription(document.Id, found.Syntax.Span, parameter.Name, text)]);
    }

    // An empty description hides a <param>, and the user fills an empty <param>.
    private static bool IsSaidOtherwise(IParameterSymbol parameter, KnownSymbols known, CancellationToken cancellationToken)
    {
        var documentation = DocumentationReader.OfParameter(parameter, known, cancellationToken);
        return documentation.Description is not null
            || documentation.Comments.Any(comment => comment.Xml is { } xml && xml.Contains($"\"{parameter.Name}\""));
    }
}
