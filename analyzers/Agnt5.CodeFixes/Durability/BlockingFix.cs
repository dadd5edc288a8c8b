using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4014: awaits the task, if the code around it is async. The failure is then not wrapped in an <c>AggregateException</c>, and code that catches that would miss it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockingFix)), Shared]
public sealed class BlockingFix() : WorkflowCodeFix(RuleIds.Blocking)
{
    private const string Title = "Await the task";

    private protected override Remedy? Find(WorkflowCode code)
    {
        var blocking = code.Call ?? code.Node.Parent as ExpressionSyntax;
        if (blocking is null || !WorkflowCode.IsAsync(blocking) || CodeAround.TellsFailures(blocking, code, static type => type is not { Name: "AggregateException" }))
            return null;
        if (code.Operation(blocking) is IInvocationOperation { TargetMethod: { Name: "WaitAll", Parameters.Length: 1 } })
            return new(Title, Title, [new AwaitAll(code.Document.Id, blocking.Span)]);
        if (Depth(blocking) is not { } depth)
            return null;
        return new(Title, Title, [new AwaitTask(code.Document.Id, blocking.Span, depth, AwaitSyntax.NeedsParentheses(blocking))]);
    }

    private static int? Depth(ExpressionSyntax blocking) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } => 1,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" }, ArgumentList.Arguments: [] } => 1,
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } },
            },
        } => 2,
        _ => null,
    };
}
