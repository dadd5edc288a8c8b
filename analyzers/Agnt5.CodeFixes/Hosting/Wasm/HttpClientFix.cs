using System.Composition;
using Agnt5.CodeFixes.Declarations;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>
/// AGT5008: takes the HttpClient that a component makes from the services, where only the endpoint calls the method or constructs the class. A client with settings is left to the user.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HttpClientFix)), Shared]
public sealed class HttpClientFix() : RemedyProvider(RuleIds.NotInWasm)
{
    private const string Title = "Take HttpClient from the services";

    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } creation
            || creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: { } declaration } } variable }
            || model.GetTypeInfo(creation, cancellationToken).Type is not INamedTypeSymbol { Name: "HttpClient" } client
            || KnownSymbols.Of(model.Compilation) is not { } known
            || declaration.GetLeadingTrivia().Any(static trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
            return null;
        var name = variable.Identifier.ValueText;
        var edit = declaration switch
        {
            LocalDeclarationStatementSyntax => await InMethodAsync(document, declaration, client, name, model, known, cancellationToken).ConfigureAwait(false),
            FieldDeclarationSyntax => await InConstructorAsync(document, declaration, client, name, model, known, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        return edit is null ? null : new(Title, Title, [edit]);
    }

    private static async Task<Edit?> InMethodAsync(
        Document document, SyntaxNode declaration, INamedTypeSymbol client, string name, SemanticModel model, KnownSymbols known, CancellationToken cancellationToken) =>
        declaration.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } syntax
        && TakeInMethod.Declaration(syntax, name) == declaration
        && known.FromServicesAttribute is { } attribute
        && model.GetDeclaredSymbol(syntax, cancellationToken) is IMethodSymbol method
        && ComponentMark.IsComponent(method, known)
        && !method.Parameters.Any(parameter => parameter.Name == name)
        && Callers.MayChange(method)
        && (await Callers.FindAsync(method, document.Project.Solution, cancellationToken).ConfigureAwait(false)).All(Callers.IsNamed)
            ? new TakeInMethod(document.Id, syntax.Span, client, attribute, name)
            : null;

    // A class that has no constructor yet, or a primary one, and nothing but components to be constructed for.
    private static async Task<Edit?> InConstructorAsync(
        Document document, SyntaxNode declaration, INamedTypeSymbol client, string field, SemanticModel model, KnownSymbols known, CancellationToken cancellationToken)
    {
        var name = field.TrimStart('_');
        return declaration.Parent is ClassDeclarationSyntax syntax
            && name != field
            && model.GetDeclaredSymbol(syntax, cancellationToken) is { IsStatic: false, DeclaringSyntaxReferences.Length: 1, InstanceConstructors: [var constructor] } type
            && (constructor.IsImplicitlyDeclared || syntax.ParameterList is not null)
            && !((FieldDeclarationSyntax)declaration).Modifiers.Any(SyntaxKind.StaticKeyword)
            && type.GetMembers().OfType<IMethodSymbol>().Any(method => !method.IsStatic && ComponentMark.IsComponent(method, known))
            && !constructor.Parameters.Any(parameter => parameter.Name == name)
            && type.GetMembers(name).IsEmpty
            && !(await Callers.ConstructionsAsync(constructor, document.Project.Solution, cancellationToken).ConfigureAwait(false)).Any()
                ? new TakeInConstructor(document.Id, syntax.Span, client, field, name)
                : null;
    }
}
