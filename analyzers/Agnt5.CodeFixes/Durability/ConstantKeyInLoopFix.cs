using System.Composition;
using Agnt5.Analyzers.Durability;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4008: puts the loop's item into a step's key, a sleep's name, the key of a model or agent call, or the waiting step of a signal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstantKeyInLoopFix)), Shared]
public sealed class ConstantKeyInLoopFix() : WorkflowCodeFix(RuleIds.ConstantKeyInLoop, fixesAll: false)
{
    private protected override Remedy? Find(WorkflowCode code)
    {
        if (code.Node.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is not InvocationExpressionSyntax syntax
            || code.Operation(syntax) is not IInvocationOperation call
            || LoopKey.Find(call) is not { } key)
            return null;
        var edit = DurableOperations.Find(call, code.Known)?.Key switch
        {
            { Place: { } place } when DurableOperations.Argument(call, place) is { } given => Keyed(code, given.Syntax, key),
            { Place: { } place } => code.Model.GetConstantValue(code.Node, code.CancellationToken).Value is string name
                ? new AddArgument(code.Document.Id, syntax.Span, place, DurableText.Keyed(name, key.Holes))
                : null,
            { Name: not null, Options: { } options } => KeyedStep(code, syntax, call, options, key),
            not null => Keyed(code, code.Node, key),
            null => null,
        };
        return edit is null ? null : new($"Add the key '{key.Holes}'", "Add a key from the loop", [edit]);
    }

    private static Edit? Keyed(WorkflowCode code, SyntaxNode name, LoopKey key) =>
        WorkflowCode.Literal(name) is { } text ? new ReplaceExpression(code.Document.Id, name.Span, DurableText.Keyed(text, key.Holes)) : null;

    private static Edit? KeyedStep(WorkflowCode code, InvocationExpressionSyntax syntax, IInvocationOperation call, KeyOptions keyed, LoopKey key)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == keyed.Parameter) is not { Parameter: { Type: INamedTypeSymbol type } parameter } options)
            return null;
        if (options.Syntax is ArgumentSyntax given && options.ArgumentKind != ArgumentKind.DefaultValue)
            return DurableOperations.FindKey(options.Value, keyed) is null
                ? new KeyStep(code.Document.Id, syntax.Span, type, syntax.ArgumentList.Arguments.IndexOf(given), Name: null, key.Value)
                : null;
        var isNext = syntax.ArgumentList.Arguments.Count == parameter.Ordinal && syntax.ArgumentList.Arguments.All(static argument => argument.NameColon is null);
        return new KeyStep(code.Document.Id, syntax.Span, type, Argument: null, isNext ? null : parameter.Name, key.Value);
    }
}
