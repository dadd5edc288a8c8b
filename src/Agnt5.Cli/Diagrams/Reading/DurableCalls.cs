using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

/// <summary>The awaited methods of the contexts, and what a diagram says of a call.</summary>
internal static class DurableCalls
{
    /// <summary>What each method is in a diagram. A yield is none: the workflow goes on as if nothing had been.</summary>
    public static IReadOnlyDictionary<string, FlowKind?> Methods { get; } = new Dictionary<string, FlowKind?>(StringComparer.Ordinal)
    {
        ["StepAsync"] = FlowKind.Step,
        ["SleepAsync"] = FlowKind.Sleep,
        ["SleepUntilAsync"] = FlowKind.Sleep,
        ["AskAsync"] = FlowKind.Question,
        ["AskManyAsync"] = FlowKind.Question,
        ["AskApprovalAsync"] = FlowKind.Question,
        ["TryAskAsync"] = FlowKind.Question,
        ["TryAskManyAsync"] = FlowKind.Question,
        ["WaitForSignalAsync"] = FlowKind.Signal,
        ["TryWaitForSignalAsync"] = FlowKind.Signal,
        ["RunAgentAsync"] = FlowKind.Call,
        ["EmitAsync"] = FlowKind.Event,
        ["YieldIfNeededAsync"] = null,
    };

    /// <summary>What a call says in a diagram, in lines.</summary>
    public static IEnumerable<string> Lines(string method, ArgumentListSyntax list, SourceCode code)
    {
        var arguments = new CallArguments(list, code);
        return (method switch
        {
            "StepAsync" => [arguments.Text("name", 0), arguments.Option("Key") is { } key ? $"key: {key}" : null, Attempts(arguments), Calls(list, code)],
            "SleepAsync" => [$"sleeps {arguments.Duration("duration", 0)}", arguments.Text("name", 1)],
            "SleepUntilAsync" => [$"sleeps until {arguments.Text("time", 0)}", arguments.Text("name", 1)],
            "WaitForSignalAsync" or "TryWaitForSignalAsync" => [$"waits for {arguments.Text("signal", 0)}", Timeout(arguments)],
            "RunAgentAsync" => [$"agent {arguments.Text("agent", 0)}"],
            "EmitAsync" => [$"emits {arguments.Text("eventType", 0)}"],
            _ => (string?[])[$"asks: {arguments.Text("question", 0)}", Timeout(arguments)],
        }).OfType<string>();
    }

    /// <summary>What a condition calls the result of a call.</summary>
    public static string Result(string method, ArgumentListSyntax list, SourceCode code) => method switch
    {
        "AskApprovalAsync" => "approved",
        "AskAsync" or "AskManyAsync" or "TryAskAsync" or "TryAskManyAsync" => "answer",
        "EmitAsync" => "event",
        _ => new CallArguments(list, code).Text("name", 0) ?? method,
    };

    private static string? Timeout(CallArguments arguments) => arguments.Timeout() is { } timeout ? $"within {timeout}" : null;

    private static string? Attempts(CallArguments arguments) => arguments.Option("MaxAttempts") is { } attempts && attempts != "1" ? $"up to {attempts} attempts" : null;

    // The component that the body of a step calls.
    private static string? Calls(ArgumentListSyntax list, SourceCode code)
    {
        foreach (var call in list.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var name = SourceText.LastName(call.Expression);
            var called = code.Components.Where(component => component.Method.Identifier.ValueText == name).ToArray();
            if (called is [var one] && (call.Expression is IdentifierNameSyntax ? SourceCode.TypeOf(call) == SourceCode.TypeOf(one.Method) : true))
                return $"calls {one.Type} {one.Name}";
        }

        return null;
    }
}
