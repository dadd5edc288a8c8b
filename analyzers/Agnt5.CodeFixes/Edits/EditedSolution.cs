using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Makes edits in the documents of a solution.</summary>
internal static class EditedSolution
{
    public static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Edit> edits, CancellationToken cancellationToken)
    {
        foreach (var inDocument in edits.GroupBy(static edit => edit.Document))
        {
            var document = solution.GetDocument(inDocument.Key)!;
            var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            solution = solution.WithDocumentSyntaxRoot(document.Id, Apply(root, inDocument, SyntaxGenerator.GetGenerator(document)));
        }

        return solution;
    }

    /// <summary>Makes the edits of one document.</summary>
    public static SyntaxNode Apply(SyntaxNode root, IEnumerable<Edit> edits, SyntaxGenerator generator)
    {
        var byNode = edits
            .GroupBy(edit => root.FindNode(edit.Span, getInnermostNodeForTie: true).AncestorsAndSelf().First(edit.IsTarget))
            .ToDictionary(static edits => edits.Key, static edits => edits.ToArray());
        return root.ReplaceNodes(byNode.Keys, (original, current) => byNode[original].Aggregate(current, (node, edit) => edit.Apply(node, generator)));
    }
}
