using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.CodeFixes.Durability;

/// <summary>The code fix of a rule about the code of workflows.</summary>
public abstract class WorkflowCodeFix : RemedyProvider
{
    private protected WorkflowCodeFix(string ruleId, bool fixesAll = true)
        : base(ruleId, fixesAll)
    {
    }

    internal sealed override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (KnownSymbols.Of(model.Compilation) is not { } known)
            return null;
        var code = new WorkflowCode(document, root, model, known, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), cancellationToken)
        {
            DependsOnCallers = diagnostic.AdditionalLocations.Count > 0,
        };
        return Find(code) is { } remedy && FixedCode.IsSound(code, remedy.Edits) ? remedy : null;
    }

    /// <summary>Finds the remedy for the code. It is not offered if the result does not compile or loses a comment.</summary>
    private protected abstract Remedy? Find(WorkflowCode code);
}
