using System.Composition;
using Agnt5.Analyzers.Hosting;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>AGT5003: adds the endpoint before the app is built, and maps it before the app runs, in a program of top-level statements.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EndpointPresenceFix)), Shared]
public sealed class EndpointPresenceFix() : RemedyProvider(RuleIds.EndpointNotMapped)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        foreach (var candidate in document.Project.Documents)
            if (await candidate.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root && root.Members.Any(SyntaxKind.GlobalStatement))
                return Find(candidate.Id, root, (await candidate.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!, diagnostic);
        return null;
    }

    private static Remedy? Find(DocumentId document, CompilationUnitSyntax root, SemanticModel model, Diagnostic diagnostic)
    {
        if (HostProgram.Find(root, model) is not { } program)
            return null;

        var edits = new List<Edit>();
        if (diagnostic.Properties.ContainsKey(EndpointHints.LacksMap))
        {
            if (!program.CanMap)
                return null;
            edits.Add(new InsertStatement(document, root.Span, program.Run, $"{program.App}.MapAgnt5();"));
        }

        if (diagnostic.Properties.ContainsKey(EndpointHints.LacksAdd))
        {
            if (!program.CanAdd)
                return null;
            edits.Add(new InsertStatement(document, root.Span, program.Build, $"{program.Builder}.Services.AddAgnt5(Agnt5Components.Catalog);"));
        }

        return new("Serve the components", "Serve the components", edits);
    }
}
