using Agnt5.Analyzers;
using Agnt5.Analyzers.Durability;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Replaces an agent's direct call of a chat client by the context's model call, which gives the same reply on each replay.</summary>
internal static class RecordedModelCall
{
    private const string Space = "Microsoft.Extensions.AI";

    /// <summary>The remedy, or <see langword="null"/> when the agent has no model or the call needs more than the context's call offers.</summary>
    public static Remedy? Find(WorkflowCode code)
    {
        if (code is not { Call: { } syntax, Context: { } context, IsAgents: true }
            || code.Operation(syntax) is not IInvocationOperation { TargetMethod.Name: "GetResponseAsync" } call
            || ForbiddenApis.Find(call.TargetMethod)?.Rule != Rules.ModelCall
            || call.TargetMethod.ReturnType is not INamedTypeSymbol { Name: "Task", TypeArguments: [var reply] } || !SymbolText.Is(reply, Space, "ChatResponse")
            || !IsOfAgentWithModel(syntax, code)
            || CodeAround.TellsFailures(syntax, code, static caught => SymbolText.Is(caught, "System", "Exception"))
            || Arguments(call, code) is not { } arguments)
            return null;
        return new("Call the agent's model, recorded", "Call the agent's model", [new ReplaceExpression(code.Document.Id, syntax.Span, $"{context}.{DurableCallTable.ModelCall.Method}({arguments})")]);
    }

    // Without a model the call would fail. A helper may be any agent's.
    private static bool IsOfAgentWithModel(SyntaxNode place, WorkflowCode code) =>
        place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && code.Model.GetDeclaredSymbol(method, code.CancellationToken) is IMethodSymbol symbol
        && ComponentMark.Of(symbol, code.Known).Any(static mark => mark.Kind == ComponentKind.Agent && AgentProblem.TextOf(mark, "Model") is not null);

    private static string? Arguments(IInvocationOperation call, WorkflowCode code)
    {
        string? messages = null, options = null;
        foreach (var argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.DefaultValue } || argument.Parameter is not { Type: var type } || SymbolText.Is(type, Space, "IChatClient"))
                continue;
            if (IgnoredToken.IsToken(argument.Parameter))
            {
                // The context's call observes the token of the invocation.
                if (!InvocationToken.Is(argument.Value, code.Known) && !InvocationToken.IsNone(argument.Value))
                    return null;
            }
            else if (SymbolText.Is(type, Space, "ChatOptions"))
                options = $", {Text(argument)}";
            else
                messages = type switch
                {
                    { SpecialType: SpecialType.System_String } => $"[new(ChatRole.User, {Text(argument)})]",
                    _ when SymbolText.Is(type, Space, "ChatMessage") => $"[{Text(argument)}]",
                    _ => Text(argument),
                };
        }

        return messages + options;
    }

    private static string Text(IArgumentOperation argument) => (argument.Syntax is ArgumentSyntax { Expression: var expression } ? expression : argument.Syntax).ToString();
}
