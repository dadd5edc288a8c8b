using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

// Calls: of the context, of functions of the same body, and of methods that get the context.
internal sealed partial class WorkflowReader
{
    private void VisitCall(InvocationExpressionSyntax call, bool isAwaited)
    {
        var name = SourceText.LastName(call.Expression);
        VisitParts(call.Expression);
        VisitParts(call.ArgumentList);
        if (_ends.Count == 0)
            return;
        if (call.Expression is MemberAccessExpressionSyntax member && IsContext(member.Expression) && DurableCalls.Methods.TryGetValue(name, out var kind))
        {
            if (kind is { } drawn)
                Run(isAwaited, () => Do(drawn, DurableCalls.Lines(name, call.ArgumentList, _code)));
        }
        else if (FunctionsOf(call) is { Count: > 0 } functions)
        {
            Run(isAwaited, () => CallAny(functions));
        }
        else if (Helpers.TakesContext(call, IsContext))
        {
            VisitHelper(call, name, isAwaited);
        }
        else
        {
            VisitLambdas(call, name, isAwaited);
        }
    }

    private void Run(bool isAwaited, Action read)
    {
        if (isAwaited)
            read();
        else
            Start(label: null, read);
    }

    private IReadOnlyList<FlowBody> FunctionsOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax or GenericNameSyntax => _scope.BodiesOf(SourceText.LastName(call.Expression)),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name, Name.Identifier.ValueText: "Invoke" } => _scope.BodiesOf(name.Identifier.ValueText),
        // The function that a list gives is called at once: undo.Pop()().
        InvocationExpressionSyntax or ElementAccessExpressionSyntax => RootOf(call.Expression) is { } root ? _scope.BodiesOf(root) : [],
        _ => [],
    };

    private void CallAny(IReadOnlyList<FlowBody> functions)
    {
        if (functions is [var only])
        {
            ReadFunction(only);
            return;
        }

        // Which of them it is, only the run knows.
        var before = Take();
        List<FlowEnd> after = [];
        foreach (var function in functions)
        {
            _ends = before;
            ReadFunction(function);
            after.AddRange(_ends);
        }

        _ends = after;
    }

    private void ReadFunction(FlowBody function)
    {
        var (block, expression) = function.Node switch
        {
            LocalFunctionStatementSyntax local => (local.Body, local.ExpressionBody?.Expression),
            AnonymousFunctionExpressionSyntax lambda => (lambda.Block, lambda.ExpressionBody),
            _ => (null, null),
        };
        var name = function.Node is LocalFunctionStatementSyntax { Identifier.ValueText: var known } ? known : "a function";
        Inline(function.Node, name, new(function.Scope) { Returns = new(_handlers.Count, "returns") }, block, expression);
    }

    private void VisitHelper(InvocationExpressionSyntax call, string name, bool isAwaited)
    {
        if (Helpers.Find(call, name, IsContext, _code) is not { } method)
        {
            if (isAwaited && name.Length > 0)
                Do(FlowKind.Call, name);
            return;
        }

        var scope = new FlowScope(parent: null) { Returns = new(_handlers.Count, "returns") };
        scope.AddContexts(method.ParameterList.Parameters);
        foreach (var (parameter, value) in Helpers.Pair(call, method))
            if (Bare(value) is AnonymousFunctionExpressionSyntax lambda)
                scope.AddBody(parameter, new(lambda, _scope));
            else if (value is IdentifierNameSyntax given)
                foreach (var body in _scope.BodiesOf(given.Identifier.ValueText))
                    scope.AddBody(parameter, body);
        Run(isAwaited, () => Inline(method, name, scope, method.Body, method.ExpressionBody?.Expression));
    }

    /// <summary>Reads another body at the place.</summary>
    private void Inline(SyntaxNode node, string name, FlowScope scope, BlockSyntax? block, ExpressionSyntax? expression)
    {
        if (_reading.Contains(node) || _graph.Nodes.Count > MostNodes)
        {
            Do(FlowKind.Call, _reading.Contains(node) ? $"{name} again" : name);
            return;
        }

        _reading.Add(node);
        var around = _scope;
        _scope = scope;
        Try(() =>
        {
            VisitBody(block, expression);
            _ends = [.. _ends, .. scope.Returns!.Ends];
            return scope.Returns.Jumps;
        });
        _scope = around;
        _reading.Remove(node);
    }

    /// <summary>Functions that are given to code which is not drawn: kept for later, run for each item, or run at once.</summary>
    private void VisitLambdas(InvocationExpressionSyntax call, string name, bool isAwaited)
    {
        var receiver = call.Expression is MemberAccessExpressionSyntax member ? member.Expression : null;
        if (receiver is not null && RootOf(receiver) is { } list)
            foreach (var made in call.ArgumentList.DescendantNodes().OfType<SingleVariableDesignationSyntax>())
                Name(made.Identifier.ValueText, receiver);
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (Bare(argument.Expression) is not AnonymousFunctionExpressionSyntax lambda)
                continue;
            var body = new FlowBody(lambda, _scope);
            if (name is "Add" or "Push" or "Enqueue" or "Insert" or "AddLast" or "AddFirst" or "Append" or "Prepend" && receiver is not null && RootOf(receiver) is { } holder)
                _scope.AddBody(holder, body);
            else if (isAwaited && name != "ForEachAsync")
                ReadFunction(body);
            else
                Start($"for each {ItemOf(lambda)}", () => ReadFunction(body));
        }
    }

    private static string ItemOf(AnonymousFunctionExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax one => one.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var first, ..] } => first.Identifier.ValueText,
        _ => "item",
    };
}
