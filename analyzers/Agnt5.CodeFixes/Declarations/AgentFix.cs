using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypeSyntax = Agnt5.CodeFixes.Edits.TypeSyntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1009: gives an agent without a body the modifiers, the context, the message and the result that its loop needs. The user names the model.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AgentFix)), Shared]
public sealed class AgentFix() : RemedyProvider(RuleIds.UnfitAgent)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found
            || !AgentBody.IsSupplied(found.Symbol, found.Known)
            || !(await Callers.FindAsync(found.Symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false)).All(Callers.IsNamed))
            return null;
        return found.Target switch
        {
            MethodDeclarationSyntax => CompleteMethod(found, document, cancellationToken),
            ParameterSyntax { Type: { } written } => TakeContext(found, written, document),
            Microsoft.CodeAnalysis.CSharp.Syntax.TypeSyntax written when written == found.Syntax.ReturnType => ReturnTask(found, document),
            _ => null,
        };
    }

    // Everything that the declaration lacks, whichever part the diagnostic is about.
    private static Remedy? CompleteMethod(DeclaredMethod found, Document document, CancellationToken cancellationToken)
    {
        if (found.Known.AgentContext is not { } context || FindPartialEdits(found.Symbol, document.Project, cancellationToken) is not { } edits)
            return null;
        if (found.Syntax.Modifiers.All(static modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.PartialKeyword))
            edits.Add(new OpenDeclaration(document.Id, found.Syntax.Span));
        if (AgentRule.MissingModifiers(found.Symbol) is { Count: > 0 } missing)
            edits.Add(new AddModifiers(document.Id, found.Syntax.Span, string.Join(" ", missing)));

        var roles = found.Symbol.Parameters.Select(parameter => ParameterRoles.Of(parameter, found.Known)).ToArray();
        if (!roles.Contains(ParameterRole.Context))
            edits.Add(Taking(context, "ctx") with { IsFirst = true, IsInScope = TypeSyntax.IsInScope(context, found.Model, found.Syntax.SpanStart) });
        if (!roles.Contains(ParameterRole.Message) && !roles.Contains(ParameterRole.Input))
            edits.Add(Taking(found.Model.Compilation.GetSpecialType(SpecialType.System_String), "message"));
        return new("Complete the agent's declaration", "Complete the agent", edits);

        AddParameter Taking(INamedTypeSymbol type, string name) => new(document.Id, found.Syntax.Span, type, FreeName(found.Symbol, name));
    }

    /// <returns><see langword="null"/> when a type around the method is not in editable source.</returns>
    private static List<Edit>? FindPartialEdits(IMethodSymbol method, Project project, CancellationToken cancellationToken)
    {
        var edits = new List<Edit>();
        foreach (var part in AgentBody.ClosedTypesAround(method).SelectMany(static type => type.DeclaringSyntaxReferences))
        {
            if (project.Solution.GetDocument(part.SyntaxTree) is not { } document)
                return null;
            if (part.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration)
                edits.Add(new AddModifiers(document.Id, declaration.Span, "partial"));
        }

        return edits;
    }

    private static Remedy? TakeContext(DeclaredMethod found, Microsoft.CodeAnalysis.CSharp.Syntax.TypeSyntax written, Document document)
    {
        if (found.Known.AgentContext is not { } context
            || found.Model.GetTypeInfo(written).Type is not { } type
            || !ParameterRoles.IsContext(type, found.Known))
            return null;
        var named = written is NullableTypeSyntax nullable ? nullable.ElementType : written;
        return new(
            "Take an AgentContext",
            "Take an AgentContext",
            [new ChangeType(document.Id, named.Span, context, TypeSyntax.IsInScope(context, found.Model, named.SpanStart))]);
    }

    // No result, or a result that is not a task.
    private static Remedy? ReturnTask(DeclaredMethod found, Document document)
    {
        if (found.Known.TaskOfT is not { } task || ReturnShape.Of(found.Symbol, found.Known) is not { StreamedItem: null } shape)
            return null;
        var answer = shape.Result ?? found.Model.Compilation.GetSpecialType(SpecialType.System_String).WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var returned = task.Construct([answer], [answer.NullableAnnotation]);
        return new(
            $"Return {ShapeText.Of(returned)}",
            "Return a task",
            [new ChangeType(document.Id, found.Syntax.ReturnType.Span, returned, TypeSyntax.IsInScope(returned, found.Model, found.Syntax.SpanStart))]);
    }

    private static string FreeName(IMethodSymbol method, string name) =>
        method.Parameters.Any(parameter => parameter.Name == name) ? FreeName(method, name + "1") : name;
}
