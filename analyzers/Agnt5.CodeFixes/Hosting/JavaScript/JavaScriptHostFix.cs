using System.Composition;
using Agnt5.Analyzers.Hosting;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>AGT5007: serves JavaScript hosts behind <c>#if</c>, in a program of top-level statements that knows nothing of them yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JavaScriptHostFix)), Shared]
public sealed class JavaScriptHostFix() : RemedyProvider(RuleIds.NoJavaScriptHost)
{
    private const string Title = "Serve JavaScript hosts too";

    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (!root.FindNode(diagnostic.Location.SourceSpan).Ancestors().Any(static node => node is GlobalStatementSyntax)
            || JavaScriptCode.IsToldApart(root)
            || JavaScriptCode.Serves(root.SyntaxTree, cancellationToken)
            || new ProgramOfBothHosts(root, model).Write() is not { } text)
            return null;
        return new(Title, Title, [new ReplaceProgram(document.Id, root.Span, text, (CSharpParseOptions)root.SyntaxTree.Options)]);
    }
}
