using System.Composition;
using Agnt5.Analyzers.Durability;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4007: gives the second call another name. The sender knows the name of a signal, so the second wait for it gets another waiting step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyUsedTwiceFix)), Shared]
public sealed class KeyUsedTwiceFix() : WorkflowCodeFix(RuleIds.KeyUsedTwice, fixesAll: false)
{
    private protected override Remedy? Find(WorkflowCode code)
    {
        // Another name for a helper's call is used twice as well.
        if (code.DependsOnCallers
            || code.Node.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is not InvocationExpressionSyntax syntax
            || code.Operation(syntax) is not IInvocationOperation call
            // The argument of a helper is data, and not only a key.
            || DurableOperations.Find(call, code.Known) is not { } spec)
            return null;
        var place = spec.Key?.Place;
        var renamed = place is null ? code.Node : DurableOperations.Argument(call, place)?.Syntax;
        if (renamed is not null)
            return WorkflowCode.Literal(renamed) is { } text ? Rename(Free(text), name => new ReplaceExpression(code.Document.Id, renamed.Span, name)) : null;
        return code.Model.GetConstantValue(code.Node, code.CancellationToken).Value is string signal
            ? Rename(Free(signal), step => new AddArgument(code.Document.Id, syntax.Span, place, step))
            : null;

        string Free(string text) => FreeNames.Durable(text, syntax, first: 2);

        Remedy Rename(string name, Func<string, Edit> edit) =>
            new(place is null ? $"Name it '{name}'" : $"Wait at step '{name}'", "Give it another key", [edit(DurableText.Literal(name))]);
    }
}
