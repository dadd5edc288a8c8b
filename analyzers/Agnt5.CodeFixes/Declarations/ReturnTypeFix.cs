using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypeSyntax = Agnt5.CodeFixes.Edits.TypeSyntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1005: returns <c>Task</c> for <c>async void</c>, a list for a query, and one task for a task in a task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTypeFix)), Shared]
public sealed class ReturnTypeFix() : RemedyProvider(RuleIds.InvalidReturnType)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found || !Callers.MayChange(found.Symbol))
            return null;
        if (found.Symbol is { ReturnsVoid: true, IsAsync: true })
            return await Callers.OnlyCallAsync(found.Symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false)
                ? ReturnTask(found, document)
                : null;
        // Callers of the query or the outer task would have to change.
        var names = await Callers.FindAsync(found.Symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false);
        if (!names.All(Callers.IsNamed) || found.Symbol.ReturnType is not INamedTypeSymbol { TypeArguments: [var argument] } returned)
            return null;
        return IsQuery(returned) ? ReturnList(found, argument, document) : IsTaskOfTask(returned, argument, found.Known) ? ReturnInnerTask(found, document) : null;
    }

    private static Remedy? ReturnTask(DeclaredMethod found, Document document) => found.Known.Task is { } task
        ? new("Return Task", "Return Task", [ChangeReturnType(found, task, document)])
        : null;

    private static Remedy? ReturnList(DeclaredMethod found, ITypeSymbol item, Document document)
    {
        if (found.Known.ListOfT is not { } list
            || found.Model.Compilation.GetTypeByMetadataName("System.Linq.Enumerable") is not { } enumerable
            || !TypeSyntax.IsInScope(enumerable, found.Model, found.Syntax.SpanStart)
            || ReturnedBy(found.Syntax) is not { Count: > 0 } results
            || results.Any(IsNull))
            return null;
        return new(
            "Return a list of the query's results",
            "Return a list",
            [
                ChangeReturnType(found, list.Construct([item], [item.NullableAnnotation]), document),
                .. results.Select(result => new ChangeResult(document.Id, result.Span, "ToList")),
            ]);
    }

    // A method that returns an existing task in a task unwraps it; an asynchronous method awaits the inner one.
    private static Remedy? ReturnInnerTask(DeclaredMethod found, Document document)
    {
        if (found.Syntax.ReturnType is not GenericNameSyntax
            || found.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskExtensions") is not { } extensions
            || !TypeSyntax.IsInScope(extensions, found.Model, found.Syntax.SpanStart)
            || ReturnedBy(found.Syntax) is not { Count: > 0 } results
            || (found.Symbol.IsAsync && found.Symbol.ReturnType is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { IsGenericType: false }] }))
            return null;
        return new(
            "Return the inner task",
            "Return the inner task",
            [
                new UnwrapType(document.Id, found.Syntax.ReturnType.Span),
                .. results.Select(result => new ChangeResult(document.Id, result.Span, found.Symbol.IsAsync ? null : "Unwrap")),
            ]);
    }

    private static ChangeType ChangeReturnType(DeclaredMethod found, INamedTypeSymbol type, Document document) =>
        new(document.Id, found.Syntax.ReturnType.Span, type, TypeSyntax.IsInScope(type, found.Model, found.Syntax.SpanStart));

    private static bool IsQuery(INamedTypeSymbol type) => type is { Name: "IQueryable" or "IOrderedQueryable", ContainingNamespace.Name: "Linq" };

    private static bool IsTaskOfTask(INamedTypeSymbol type, ITypeSymbol argument, KnownSymbols known) =>
        Is(type, known.TaskOfT) && (Is(argument, known.TaskOfT) || Is(argument, known.Task));

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);

    private static bool IsNull(ExpressionSyntax result) => result switch
    {
        PostfixUnaryExpressionSyntax suppressed => IsNull(suppressed.Operand),
        _ => result.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression,
    };

    private static List<ExpressionSyntax> ReturnedBy(MethodDeclarationSyntax method) => method.ExpressionBody is { Expression: var whole }
        ? whole is ThrowExpressionSyntax ? [] : [whole]
        : [
            .. method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>()
                .Select(static statement => statement.Expression)
                .OfType<ExpressionSyntax>(),
        ];
}
