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
        // A tool that works without an editor, such as dotnet format, asks for the key by a finding that it picks itself. That one may belong to another rule of the same
        // analyzer, or have no remedy, and then there is no key: the first remedy decides.
        var key = fixAllContext.CodeActionEquivalenceKey;
        var provider = (RemedyProvider)fixAllContext.CodeFixProvider;
        var edits = new List<Edit>();
        string? title = null;
        foreach (var diagnostic in await FindDiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            var found = await provider.FindAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            if (found?.Choices.FirstOrDefault(choice => choice.Key is not null && choice.Key == (key ?? choice.Key)) is not { } remedy)
                continue;
            key = remedy.Key;
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
