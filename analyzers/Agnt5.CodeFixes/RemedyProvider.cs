using System.Collections.Immutable;
using Agnt5.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes;

/// <summary>The code fix of one rule.</summary>
public abstract class RemedyProvider : CodeFixProvider
{
    private readonly bool _fixesAll;

    /// <param name="ruleId">The rule.</param>
    /// <param name="fixesAll">Whether many findings may be fixed at once. False when each remedy changes the replay of a running workflow.</param>
    private protected RemedyProvider(string ruleId, bool fixesAll = true)
    {
        FixableDiagnosticIds = [ruleId];
        _fixesAll = fixesAll;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => _fixesAll ? FixAllRemedies.Instance : null;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // dotnet format may ask for the remedy of another rule's finding, if one analyzer reports both.
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
            foreach (var remedy in (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))?.Choices ?? [])
                context.RegisterCodeFix(
                    CodeAction.Create(
                        remedy.Title,
                        cancellationToken => EditedSolution.ApplyAsync(context.Document.Project.Solution, remedy.Edits, cancellationToken),
                        remedy.Key),
                    diagnostic);
    }

    /// <summary>Finds the remedy for a diagnostic, or returns <see langword="null"/> when the user has to decide.</summary>
    /// <param name="document">The document in which the diagnostic was reported.</param>
    internal abstract Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);
}
