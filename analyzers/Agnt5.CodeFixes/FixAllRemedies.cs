using System.Collections.Immutable;
using Agnt5.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes;

/// <summary>Applies the remedies of many diagnostics at once. If several ask for the same edit, it is made once.</summary>
internal sealed class FixAllRemedies : FixAllProvider
{
    public static readonly FixAllRemedies Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext.CodeActionEquivalenceKey is not { } key)
            return null;
        var provider = (RemedyProvider)fixAllContext.CodeFixProvider;
        var edits = new List<Edit>();
        string? title = null;
        foreach (var diagnostic in await FindDiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            var found = await provider.FindAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            if (found?.Choices.FirstOrDefault(choice => choice.Key == key) is not { } remedy)
                continue;
            title ??= remedy.Title;
            edits.AddRange(remedy.Edits);
        }

        return title is null
            ? null
            : CodeAction.Create(
                title,
                cancellationToken => EditedSolution.ApplyAsync(fixAllContext.Solution, [.. edits.Distinct()], cancellationToken),
                key);
    }

    private static async Task<ImmutableArray<Diagnostic>> FindDiagnosticsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var found = new List<Diagnostic>();
        foreach (var project in projects)
            found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return [.. found];
    }
}
