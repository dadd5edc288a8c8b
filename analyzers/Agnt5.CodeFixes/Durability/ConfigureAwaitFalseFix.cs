using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4013: removes <c>ConfigureAwait</c>, unless it has other options as well.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConfigureAwaitFalseFix)), Shared]
public sealed class ConfigureAwaitFalseFix() : WorkflowCodeFix(RuleIds.ConfigureAwaitFalse)
{
    private const string Title = "Remove 'ConfigureAwait'";

    private protected override Remedy? Find(WorkflowCode code) =>
        code.Call is { Expression: MemberAccessExpressionSyntax, ArgumentList.Arguments: [var argument] } call
        && code.Model.GetConstantValue(argument.Expression, code.CancellationToken).Value is false or 0
            ? new(Title, Title, [new RemoveCall(code.Document.Id, call.Span)])
            : null;
}
