using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1010: adds a summary made from the tool's name, which the user then completes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ToolDescriptionFix)), Shared]
public sealed class ToolDescriptionFix() : RemedyProvider(RuleIds.ToolWithoutDescription)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found
            || IsSaidOtherwise(found.Symbol, found.Known, cancellationToken)
            || !CommentLines.CanChange(found.Syntax)
            || Words.Sentence(found.Symbol.Name) is not { } text)
            return null;
        return new("Add a summary", "Add a summary", [new AddSummary(document.Id, found.Syntax.Span, text)]);
    }

    // An empty description hides a summary, and the user fills an empty summary or <inheritdoc/>.
    private static bool IsSaidOtherwise(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        var documentation = DocumentationReader.OfComponent(method, ComponentMark.Of(method, known).First(), known, cancellationToken);
        return documentation.Description is not null
            || documentation.Comments.Any(static comment => comment.Xml is { } xml && (xml.Contains("<summary") || xml.Contains("<inheritdoc")));
    }
}
