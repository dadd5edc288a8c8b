using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4012: awaits the call, if the code around it is async and nothing uses the call's result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotAwaitedFix)), Shared]
public sealed class NotAwaitedFix() : WorkflowCodeFix(RuleIds.NotAwaited)
{
    private const string Title = "Await the call";

    private protected override Remedy? Find(WorkflowCode code)
    {
        if (code.Call is not { } call || !WorkflowCode.IsAsync(call))
            return null;
        if (IsStatement(call))
            return new(Title, Title, [new AwaitTask(code.Document.Id, call.Span, Depth: 0, InParentheses: false)]);
        return call.Parent is AssignmentExpressionSyntax discarded && IsStatement(discarded)
            ? new(Title, Title, [new AwaitTask(code.Document.Id, discarded.Span, Depth: 1, InParentheses: false)])
            : null;

        // The body of a lambda may be a call.
        bool IsStatement(ExpressionSyntax expression) => code.Operation(expression)?.Parent is IExpressionStatementOperation;
    }
}
