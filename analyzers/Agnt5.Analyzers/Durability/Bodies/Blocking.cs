using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4014: nothing blocks the workflow's only thread. The result of a task that has been awaited does not block.</summary>
internal static class Blocking
{
    public static void Inspect(IPropertyReferenceOperation reference, CodeUnit unit)
    {
        if (reference is { Property.Name: "Result", Instance: { } task } && IsTask(reference.Property.ContainingType))
            Add(reference, task, unit);
    }

    public static void Inspect(IInvocationOperation call, CodeUnit unit)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Wait" when call.Instance is { } task && IsTask(method.ContainingType):
                Add(call, task, unit);
                break;
            case "GetResult" when call.Instance is IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task }:
                Add(call, task, unit);
                break;
            case "WaitAll" or "WaitAny" when IsTask(method.ContainingType) && method.IsStatic:
                unit.Findings.Add(new(Rules.Blocking, OperationLocation.Of(call), Role.AnyBody, $"Task.{method.Name}"));
                break;
        }
    }

    private static void Add(IOperation blocking, IOperation task, CodeUnit unit)
    {
        if (Source(task) is { } variable && IsAwaitedBefore(variable, blocking))
            return;
        var name = blocking.Syntax switch
        {
            MemberAccessExpressionSyntax access => access.Name.GetLocation(),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
            var syntax => syntax.GetLocation(),
        };
        unit.Findings.Add(new(Rules.Blocking, name, Role.AnyBody, blocking is IInvocationOperation call ? call.TargetMethod.Name : "Result"));
    }

    private static bool IsTask(INamedTypeSymbol type) => type.Name is "Task" or "ValueTask" && SymbolText.IsIn(type, "System.Threading.Tasks");

    /// <summary>The variable that holds a task, or the collection that the task came from.</summary>
    private static ISymbol? Source(IOperation? task) => task is null ? null : Operations.Unwrap(task) switch
    {
        ILocalReferenceOperation { Local: var local } reference => LoopCollection(local, reference) is { } collection ? Source(collection) : local,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } } reference => QueriedSource(reference),
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IFieldReferenceOperation { Field: var field } => field,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } input => Matched(input),
        IArrayElementReferenceOperation element => Source(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => Source(instance),
        IPropertyReferenceOperation { Property: var property } => property,
        // From a collection of tasks. A method of another object returns a new task.
        IInvocationOperation { Instance: { Type: { } type } instance } when type.AllInterfaces.Any(static contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable) =>
            Source(instance),
        IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var first }, ..] } => Source(first),
        _ => null,
    };

    // task is { Result: … }
    private static ISymbol? Matched(IOperation input)
    {
        for (var current = input.Parent; current is not null; current = current.Parent)
            if (current is IIsPatternOperation match)
                return Source(match.Value);
        return null;
    }

    private static IOperation? LoopCollection(ILocalSymbol local, IOperation reference)
    {
        for (var current = reference.Parent; current is not null; current = current.Parent)
            if (current is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
                return loop.Collection;
        return null;
    }

    // tasks.Sum(task => task.Result)
    private static ISymbol? QueriedSource(IOperation reference)
    {
        for (var current = reference.Parent; current is not null; current = current.Parent)
            if (current is IAnonymousFunctionOperation lambda)
                return Operations.Consumer(lambda) is IArgumentOperation { Parent: IInvocationOperation query }
                    ? Source(query.Instance ?? query.Arguments.FirstOrDefault()?.Value)
                    : null;
        return null;
    }

    private static bool IsAwaitedBefore(ISymbol variable, IOperation blocking)
    {
        var start = blocking.Syntax.SpanStart;
        var before = Operations.WithFunctions(Operations.Outermost(blocking)).Where(operation => operation.Syntax.SpanStart < start).ToArray();
        var holders = Holders(variable, before);
        foreach (var operation in before)
        {
            if (operation is IAwaitOperation awaiting && holders.Any(holder => Mentions(awaiting, holder)))
                return true;
            // The task that WhenAny returned has completed, and so has a task that reports completion.
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable)
                && declarator.Initializer?.Value is IAwaitOperation { Operation: IInvocationOperation { TargetMethod.Name: "WhenAny" } })
                return true;
            if (operation is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully", Instance: { } asked }
                && SymbolEqualityComparer.Default.Equals(Source(asked), variable))
                return true;
        }

        return false;
    }

    // The variable, and those made from it: a list of tasks, the task of all of them.
    private static IReadOnlyList<ISymbol> Holders(ISymbol variable, IOperation[] before)
    {
        var holders = new List<ISymbol> { variable };
        foreach (var operation in before)
            if (operation is IVariableDeclaratorOperation { Initializer: { } initializer } declarator && Mentions(initializer, variable))
                holders.Add(declarator.Symbol);
            else if (operation is IInvocationOperation { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation { Local: var list } } call
                && call.Arguments.Any(argument => Mentions(argument, variable)))
                holders.Add(list);
        return holders;
    }

    private static bool Mentions(IOperation place, ISymbol variable) =>
        Operations.WithFunctions(place).Any(operation => operation switch
        {
            ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, variable),
            IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, variable),
            IFieldReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Field, variable),
            IPropertyReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Property, variable),
            _ => false,
        });
}
