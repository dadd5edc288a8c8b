using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1008: moves a context from the primary constructor of a class to the component methods that use it, if nothing else does and nobody constructs the class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstructedContextFix)), Shared]
public sealed class ConstructedContextFix() : RemedyProvider(RuleIds.NotConstructible)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found
            || found.Syntax.Parent is not ClassDeclarationSyntax { ParameterList: not null } type
            || found.Symbol.ContainingType is not { DeclaringSyntaxReferences.Length: 1 } symbol
            || ConstructionRule.FindConstructor(symbol) is not { } constructor
            || constructor.Parameters.FirstOrDefault(parameter => ConstructionRule.IsOfRun(parameter, found.Known)) is not { } moved
            || !ParameterRoles.IsContext(moved.Type, found.Known)
            || !Names(type, moved.Name)
            || (await Callers.ConstructionsAsync(constructor, document.Project.Solution, cancellationToken).ConfigureAwait(false)).Any())
            return null;

        var edits = new List<Edit> { new RemoveConstructorParameter(document.Id, type.Span, moved.Name) };
        foreach (var user in type.Members.Where(member => Uses(member, moved, found.Model, cancellationToken)))
        {
            if (user is not MethodDeclarationSyntax method || !await CanTakeAsync(method, moved, found, document.Project.Solution, cancellationToken).ConfigureAwait(false))
                return null;
            edits.Add(new AddParameter(document.Id, method.Span, moved.Type, moved.Name) { IsFirst = true, IsInScope = true });
        }

        return Uses(type.BaseList, moved, found.Model, cancellationToken) ? null : new($"Take '{moved.Name}' in the method", "Take the context in the method", edits);
    }

    private static bool Names(ClassDeclarationSyntax type, string name) => type.ParameterList!.Parameters.Any(parameter => parameter.Identifier.ValueText == name);

    private static bool Uses(SyntaxNode? code, IParameterSymbol parameter, SemanticModel model, CancellationToken cancellationToken) =>
        code is not null && code.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == parameter.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, parameter));

    // A component that the context fits, that has none yet, and that only the endpoint calls.
    private static async Task<bool> CanTakeAsync(MethodDeclarationSyntax syntax, IParameterSymbol context, DeclaredMethod found, Solution solution, CancellationToken cancellationToken) =>
        found.Model.GetDeclaredSymbol(syntax, cancellationToken) is IMethodSymbol { IsStatic: false } method
        && ComponentMark.Of(method, found.Known).ToArray() is [var mark]
        && ContextRule.Fits(context.Type, mark.Kind, found.Known)
        && !method.Parameters.Any(parameter => ParameterRoles.IsContext(parameter.Type, found.Known) || parameter.Name == context.Name)
        && Callers.MayChange(method)
        && (await Callers.FindAsync(method, solution, cancellationToken).ConfigureAwait(false)).All(Callers.IsNamed);
}
