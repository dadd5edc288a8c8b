using System.Composition;
using Agnt5.Analyzers.Durability;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4004: makes the call a step, named after its method, or a call of an agent's model a recorded one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InputOutputFix)), Shared]
public sealed class InputOutputFix() : WorkflowCodeFix(RuleIds.InputOutput, fixesAll: false)
{
    private protected override Remedy? Find(WorkflowCode code)
    {
        if (RecordedModelCall.Find(code) is { } recorded)
            return recorded;
        if (code.Call is not { } syntax
            || code.Context is not { } context
            || code.Operation(syntax) is not IInvocationOperation call
            || !WorkflowCode.IsAsync(syntax)
            || !TryFindResult(call, code, out var result, out var isTask)
            || !StepCandidate.Holds(call, result, code)
            || SingleRun.FindPath(syntax, code) is not { } path
            || path.Any(place => CodeAround.TellsFailures(place, code, IsAnyFailure)))
            return null;
        var name = FreeNames.Durable(ComponentNames.DefaultName(call.TargetMethod.Name), syntax, first: 1);
        var step = $"{context}.{DurableCallTable.Step.Method}({DurableText.Literal(name)}, {(isTask ? TaskBody(call, syntax, code) : $"() => {syntax}")})";
        if (!isTask)
            step = AwaitSyntax.NeedsParentheses(syntax) ? $"(await {step})" : $"await {step}";
        return new($"Make it the step '{name}'", "Make it a step", [new ReplaceExpression(code.Document.Id, syntax.Span, step)]);
    }

    // A step throws another exception than its body.
    private static bool IsAnyFailure(ITypeSymbol? caught) => SymbolText.Is(caught, "System", "Exception");

    // The call's result when the call is awaited in place, or when it blocks.
    private static bool TryFindResult(IInvocationOperation call, WorkflowCode code, out ITypeSymbol? result, out bool isTask)
    {
        var known = code.Known;
        var returned = call.TargetMethod.ReturnType;
        var definition = returned.OriginalDefinition;
        isTask = new[] { known.Task, known.TaskOfT, known.ValueTask, known.ValueTaskOfT }.Contains(definition, SymbolEqualityComparer.Default);
        result = isTask ? ((INamedTypeSymbol)returned).TypeArguments.FirstOrDefault() : call.TargetMethod.ReturnsVoid ? null : returned;
        return !isTask || IsAwaited(call);
    }

    private static bool IsAwaited(IInvocationOperation call) => Operations.Consumer(call) switch
    {
        IAwaitOperation => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured => Operations.Consumer(configured) is IAwaitOperation,
        _ => false,
    };

    // The token of the step replaces the invocation's token, which it observes.
    private static string TaskBody(IInvocationOperation call, InvocationExpressionSyntax syntax, WorkflowCode code)
    {
        var token = FreeNames.Variable("ct", syntax, code.Model);
        var given = call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && InvocationToken.Is(argument.Value, code.Known));
        var passed = given?.Syntax is ArgumentSyntax { Expression: var replaced }
            ? syntax.ReplaceNode(replaced, SyntaxFactory.IdentifierName(token).WithTriviaFrom(replaced))
            : TokenArgument.Find(call, token, code)?.Apply(syntax, SyntaxGenerator.GetGenerator(code.Document));
        var parameter = passed is null ? "()" : token;
        return call.TargetMethod.ReturnType.Name == "ValueTask" ? $"async {parameter} => await {passed ?? syntax}" : $"{parameter} => {passed ?? syntax}";
    }
}
