using Agnt5.CodeFixes.Declarations;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Barrier = Agnt5.Shared.Barrier;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>Lets generated code call the method that a filter names: makes it internal, static or both.</summary>
internal static class PredicateRemedy
{
    /// <param name="problem">Why the method is not a predicate.</param>
    /// <returns><see langword="null"/> for another reason, or if a modifier would not help.</returns>
    public static async Task<Remedy?> FindAsync(TriggerFilterProblem problem, KnownSymbols known, Project project, CancellationToken cancellationToken)
    {
        if (problem.Method is not { DeclaringSyntaxReferences: [var declaration] } method
            || project.GetDocument(declaration.SyntaxTree) is not { } document
            || await declaration.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not MethodDeclarationSyntax syntax)
            return null;
        var isClosed = Barrier.Find(method, known) is { Symbol: IMethodSymbol };
        var opening = isClosed ? OpenMethodRemedy.Find(method, syntax, known, document, cancellationToken) : null;
        if (problem.Kind == FilterProblemKind.Inaccessible)
            return opening;
        if (problem.Kind != FilterProblemKind.NotStatic || (isClosed && opening is null) || !await MayBeStaticAsync(method, syntax, document, cancellationToken).ConfigureAwait(false))
            return null;
        var makeStatic = new AddModifiers(document.Id, syntax.Span, "static");
        return opening is null
            ? new($"Make '{method.Name}' static", "Make static", [makeStatic])
            : new($"{opening.Title} and static", "Make internal and static", [.. opening.Edits, makeStatic]);
    }

    // Neither its code nor a caller may need the object.
    private static async Task<bool> MayBeStaticAsync(IMethodSymbol method, MethodDeclarationSyntax syntax, Document document, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return Callers.MayChange(method)
            && model.GetOperation(syntax, cancellationToken) is { } body
            && !body.Descendants().OfType<IInstanceReferenceOperation>().Any(static reference => reference.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance)
            && (await Callers.FindAsync(method, document.Project.Solution, cancellationToken).ConfigureAwait(false))
                .All(static name => Callers.IsNamed(name) || name.Parent is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax));
    }
}
