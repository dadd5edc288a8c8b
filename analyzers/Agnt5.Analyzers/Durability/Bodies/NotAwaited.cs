using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4012: a durable call is awaited, or its task is kept and used.</summary>
internal static class NotAwaited
{
    public static void Inspect(IInvocationOperation call, KnownSymbols known, CodeUnit unit)
    {
        // A component without a task is refused for that (AGT1005).
        if (unit.Symbol is { IsAsync: true, ReturnsVoid: true } && Tasks.IsAwaited(call) && !ComponentMark.IsComponent(unit.Symbol, known))
            unit.Findings.Add(new(Rules.AwaitedByNobody, OperationLocation.Of(call), Role.AnyBody, call.TargetMethod.Name));
        else if (IsDropped(call))
            unit.Findings.Add(new(Rules.NotAwaited, OperationLocation.Of(call), Role.AnyBody, call.TargetMethod.Name));
    }

    /// <summary>Looks at a call of a helper, or of <c>Task.WhenAll</c>. The graph decides later whether its task is that of a durable call.</summary>
    /// <param name="isOurs">Whether the project has the called code.</param>
    public static void InspectHelper(IInvocationOperation call, bool isOurs, KnownSymbols known, CodeUnit unit)
    {
        if (call.TargetMethod.ReturnType.Name is not ("Task" or "ValueTask") || !(isOurs || IsCombination(call.TargetMethod)) || !IsDropped(call))
            return;
        var calls = isOurs ? [call] : call.Arguments.SelectMany(static argument => Combined(argument.Value)).ToArray();
        var callees = calls.Where(inner => SymbolEqualityComparer.Default.Equals(inner.TargetMethod.ContainingAssembly, known.Compilation.Assembly))
            .Select(static inner => Operations.Definition(inner.TargetMethod)).ToArray();
        if (calls.Any(inner => DurableOperations.Find(inner, known) is not null))
            unit.Findings.Add(new(Rules.NotAwaited, OperationLocation.Of(call), Role.AnyBody, call.TargetMethod.Name));
        else if (callees.Length > 0)
            unit.Findings.Add(new(Rules.NotAwaited, OperationLocation.Of(call), Role.AnyBody, call.TargetMethod.Name) { Condition = new(callees, CalleeQuestion.Returns) });
    }

    private static bool IsCombination(IMethodSymbol method) => method is { Name: "WhenAll" or "WhenAny", ContainingType: { Name: "Task" } type } && SymbolText.IsIn(type, "System.Threading.Tasks");

    // Task.WhenAll(Book(ctx, "a"), Book(ctx, "b"))
    private static IEnumerable<IInvocationOperation> Combined(IOperation argument) => Operations.Unwrap(argument) switch
    {
        IInvocationOperation call => [call],
        IArrayCreationOperation { Initializer: { } array } => array.ElementValues.SelectMany(Combined),
        ICollectionExpressionOperation collection => collection.Elements.SelectMany(Combined),
        _ => [],
    };

    private static bool IsDropped(IOperation call) => Operations.Consumer(call) switch
    {
        IConditionalAccessOperation access => IsDropped(access),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured => IsDropped(configured),
        // The body of a lambda without a result is a statement too, and nobody can await it either.
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var variable } target, Parent: IExpressionStatementOperation } => !IsUsed(variable, target),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var variable } declarator } => !IsUsed(variable, declarator),
        _ => false,
    };

    private static bool IsUsed(ILocalSymbol variable, IOperation place)
    {
        // A function may put the task into a variable of the code around it.
        foreach (var operation in Operations.WithFunctions(Operations.Outermost(place)))
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable) && Assignments.Of(reference).IsRead)
                return true;
        return false;
    }
}
