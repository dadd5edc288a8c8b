using Agnt5.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Durability;

/// <summary>
/// Tries edits before they are offered. The compiler decides whether <c>await</c> is allowed in a lock, a lambda may capture a span, or an overload takes one
/// more argument.
/// </summary>
internal static class FixedCode
{
    /// <summary>Whether the member around the finding has no more errors and warnings after the edits than before, and all its comments.</summary>
    public static bool IsSound(WorkflowCode code, IReadOnlyList<Edit> edits)
    {
        if (code.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        var mark = new SyntaxAnnotation();
        var edited = EditedSolution.Apply(
            code.Root.ReplaceNode(member, member.WithAdditionalAnnotations(mark)), edits, SyntaxGenerator.GetGenerator(code.Document));
        var after = edited.GetAnnotatedNodes(mark).Single();
        // Parsed again from its text: the combined edits may parse differently.
        var tree = CSharpSyntaxTree.ParseText(edited.ToFullString(), (CSharpParseOptions)code.Root.SyntaxTree.Options, code.Root.SyntaxTree.FilePath);
        var model = code.Model.Compilation.ReplaceSyntaxTree(code.Root.SyntaxTree, tree).GetSemanticModel(tree);
        return CountProblems(model, after.FullSpan, code.CancellationToken) <= CountProblems(code.Model, member.FullSpan, code.CancellationToken)
            && CountComments(after) == CountComments(member);
    }

    private static int CountProblems(SemanticModel model, TextSpan span, CancellationToken cancellationToken) =>
        model.GetDiagnostics(span, cancellationToken).Count(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private static int CountComments(SyntaxNode node) =>
        node.DescendantTrivia().Count(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
}
