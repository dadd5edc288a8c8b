using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Types;

/// <summary>AGT2005: lets the callers of the method around a durable call supply the <c>JsonTypeInfo&lt;T&gt;</c>, and passes it on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OpenDurableTypeFix)), Shared]
public sealed class OpenDurableTypeFix() : RemedyProvider(RuleIds.OpenDurableType)
{
    private const string Key = "Take JsonTypeInfo";

    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var syntax = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (KnownSymbols.Of(model.Compilation) is not { JsonTypeInfoOfT: { } typeInfo } known
            || syntax is null
            || model.GetOperation(syntax, cancellationToken) is not IInvocationOperation call
            || DurableCalls.Find(call.TargetMethod, known) is not { Type: var type }
            || FindOverload(call.TargetMethod, known) is not { } metadata
            || !TryFindBody(call, metadata, known, out var body)
            || MethodAround(syntax) is not { } around
            || model.GetDeclaredSymbol(around, cancellationToken) is not IMethodSymbol method)
            return null;

        var needed = typeInfo.Construct(type);
        var taken = method.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, needed));
        if (taken is null && !CallersMayChange(method, needed, known))
            return null;

        var name = taken?.Name ?? MetadataNames.ForParameter(type, around);
        var pass = new PassMetadata(document.Id, syntax.Span, metadata.Ordinal, metadata.Name, name, body);
        if (taken is not null)
            return new($"Pass '{name}'", Key, [pass]);
        return new($"Take a '{ShapeText.Of(needed)}' as a parameter and pass it on", Key, [new AddParameter(document.Id, around.Span, needed, name), pass]);
    }

    // The parameter of the overload that takes the metadata.
    private static IParameterSymbol? FindOverload(IMethodSymbol called, KnownSymbols known) => called.ContainingType.GetMembers(called.Name)
        .OfType<IMethodSymbol>()
        .SelectMany(static overload => overload.Parameters)
        .FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, known.JsonTypeInfoOfT));

    // The overload takes only a body with a token that returns a task.
    private static bool TryFindBody(IInvocationOperation call, IParameterSymbol metadata, KnownSymbols known, out BodyChange? change)
    {
        change = null;
        var spec = DurableCallTable.Find(call.TargetMethod, known);
        var argument = call.Arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && spec?.RoleOf(parameter.Name) == DelegateRole.StepBody);
        if (argument?.Parameter!.Type is not INamedTypeSymbol { TypeArguments: [var returned] })
            return true;
        if (argument.Syntax is not ArgumentSyntax { Parent: ArgumentListSyntax list } syntax)
            return false;
        var returnsTask = SymbolEqualityComparer.Default.Equals(returned.OriginalDefinition, known.TaskOfT);
        change = new(list.Arguments.IndexOf(syntax), returnsTask ? null : known.Task, call.TargetMethod.TypeArguments[0]);
        return BodyChange.CanChange(syntax.Expression, returnsTask);
    }

    // A lambda or local function sees the parameters of the method around it, unless it is static.
    private static MethodDeclarationSyntax? MethodAround(SyntaxNode call)
    {
        foreach (var node in call.Ancestors())
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    return method;
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword):
                case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.StaticKeyword) || local.TypeParameterList is not null:
                case MemberDeclarationSyntax:
                    return null;
            }

        return null;
    }

    // If a base or interface decides the signature, a new parameter breaks more than the callers.
    private static bool CallersMayChange(IMethodSymbol method, INamedTypeSymbol added, KnownSymbols known) =>
        method is { IsOverride: false, IsVirtual: false, IsAbstract: false, IsPartialDefinition: false, PartialDefinitionPart: null }
        && !ComponentMark.IsComponent(method, known)
        && !method.ContainingType.AllInterfaces
            .SelectMany(static implemented => implemented.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
        && !method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => IsSameWith(other, method, added));

    private static bool IsSameWith(IMethodSymbol other, IMethodSymbol method, INamedTypeSymbol added) =>
        other.Arity == method.Arity
        && other.Parameters.Length == method.Parameters.Length + 1
        && TypesOf(other).OrderBy(static text => text, StringComparer.Ordinal)
            .SequenceEqual(TypesOf(method).Append(ShapeText.Of(added)).OrderBy(static text => text, StringComparer.Ordinal));

    private static IEnumerable<string> TypesOf(IMethodSymbol method) => method.Parameters.Select(static parameter => ShapeText.Of(parameter.Type));
}
