using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Notes the durable calls and the calls of helpers in a unit, with the branches, loops and exits around them, while the unit is read.</summary>
internal sealed class FlowReader(CodeUnit unit)
{
    // These throw what the task threw, or keep it for later.
    private static readonly string[] Throws = ["WhenAll", "ConfigureAwait", "GetAwaiter", "GetResult", "Wait", "WaitAll", "AsTask", "Add"];

    private readonly Stack<FlowNode> _open = new([new FlowNode(FlowKind.Arm)]);
    private readonly List<(FlowNode Node, IInvocationOperation Call, DurableCallSpec? Spec)> _calls = [];
    private bool _hasLabels;

    /// <summary>Whether a catch gets the failure of what runs now.</summary>
    public bool IsGuarded
    {
        get
        {
            var inner = FlowKind.Use;
            foreach (var node in _open)
            {
                if (node.Kind == FlowKind.Guarded && inner == FlowKind.Arm)
                    return true;
                inner = node.Kind;
            }

            return false;
        }
    }

    /// <summary>Begins an operation.</summary>
    /// <returns>How many nodes it has opened.</returns>
    public int Enter(IOperation operation)
    {
        var opened = 0;
        if (operation.Parent is { } parent && IsBranching(parent.Kind) && IsArm(operation, parent))
            Open(new(operation.Kind == OperationKind.CatchClause ? FlowKind.Catch : FlowKind.Arm), ref opened);
        if (IsBranching(operation.Kind) && Construct(operation) is { } construct)
            Open(construct, ref opened);
        return opened;
    }

    /// <summary>Ends an operation.</summary>
    public void Leave(IOperation operation, int opened)
    {
        switch (operation.Kind)
        {
            case OperationKind.Return or OperationKind.YieldBreak:
                Exit(FlowKind.Return, label: null);
                break;
            case OperationKind.Throw:
                Exit(FlowKind.Jump, label: null);
                break;
            case OperationKind.Branch:
                Exit(FlowKind.Jump, ((IBranchOperation)operation).Target);
                break;
            case OperationKind.Labeled:
                _hasLabels = true;
                break;
        }

        for (; opened > 0; opened--)
        {
            var node = _open.Pop();
            // What runs in any case is what all arms have, so an empty arm counts.
            if (!node.IsEmpty || (node.Kind is FlowKind.Arm or FlowKind.Catch && _open.Peek().IsExhaustive))
                _open.Peek().Parts.Add(node);
        }
    }

    public void AddDurable(IInvocationOperation call, DurableCallSpec spec)
    {
        if (spec.Key is not null && !GoesOnAfterFailure(call))
            Add(FlowKind.Use, call, spec);
    }

    /// <summary>Notes the call of other code of the project. What makes durable calls returns a task.</summary>
    public void AddCall(IInvocationOperation call)
    {
        if (call.Type?.Name is "Task" or "ValueTask" && !GoesOnAfterFailure(call))
            Add(FlowKind.Call, call, spec: null);
    }

    /// <summary>Notes a call by which code may learn of a task's failure without an exception.</summary>
    public void AddRace(IInvocationOperation call)
    {
        if (_calls.Count > 0 && (GoesOnAfterFailure(call.TargetMethod) || (!Throws.Contains(call.TargetMethod.Name) && TakesTask(call))))
            AddRace();
    }

    /// <summary>Notes a property by which code may learn of a task's failure without an exception.</summary>
    public void AddRace(IPropertyReferenceOperation property)
    {
        if (_calls.Count > 0 && IsTask(property.Instance?.Type))
            AddRace();
    }

    /// <summary>Gives the unit its flow, when all variables have been read.</summary>
    public void Close(KnownValues values)
    {
        // One call uses no key twice, unless it is the call of a helper that does.
        if (_calls.Count == 0 || _hasLabels)
            return;
        var texts = new KeyTexts(unit, values);
        foreach (var (node, call, spec) in _calls)
            if (spec is null)
                node.Call = HelperCallOf(call, texts, values);
            else if (texts.Of(call, spec) is { } text && DurableOperations.Name(call, spec, values) is { } named)
                node.Use = new(text, spec.Noun, Shown(named, text), named.Syntax.GetLocation(), IsAwaited(call));
        unit.Flow = _open.Peek();
    }

    private void Add(FlowKind kind, IInvocationOperation call, DurableCallSpec? spec)
    {
        var node = new FlowNode(kind);
        _calls.Add((node, call, spec));
        _open.Peek().Parts.Add(node);
    }

    private void Open(FlowNode node, ref int opened)
    {
        _open.Push(node);
        opened++;
    }

    private void Exit(FlowKind kind, ILabelSymbol? label)
    {
        _open.Peek().Parts.Add(new(kind));
        foreach (var node in _open)
        {
            if (label is not null && (SymbolEqualityComparer.Default.Equals(node.Labels.End, label) || SymbolEqualityComparer.Default.Equals(node.Labels.Next, label)))
                return;
            node.IsLeft = true;
        }
    }

    private static string Shown(IOperation named, KeyText text) =>
        named.ConstantValue is { HasValue: true, Value: string } && !text.Parts.Any(static part => part.IsValue)
            ? text.Identity.Split('\n')[1]
            : named.ConstantValue.Value as string ?? named.Syntax.ToString();

    private HelperCall? HelperCallOf(IInvocationOperation call, KeyTexts texts, KnownValues values)
    {
        var target = call.TargetMethod;
        if (target.MethodKind == MethodKind.DelegateInvoke)
        {
            if (call.Instance is null || values.Origin(call.Instance) is not IAnonymousFunctionOperation lambda)
                return null;
            target = lambda.Symbol;
        }

        var arguments = new KeyText?[target.Parameters.Length];
        var places = new Location?[target.Parameters.Length];
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { } parameter && parameter.Ordinal < arguments.Length)
                (arguments[parameter.Ordinal], places[parameter.Ordinal]) = (texts.OfArgument(argument.Value), argument.IsImplicit ? null : argument.Value.Syntax.GetLocation());
        return new(Operations.Definition(target), arguments, places, call.Syntax.GetLocation(), IsAwaited(call));
    }

    private static bool IsAwaited(IOperation call) => Operations.Consumer(call) switch
    {
        IAwaitOperation or IReturnOperation => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured => Operations.Consumer(configured) is IAwaitOperation,
        _ => false,
    };

    private void AddRace() => _open.Peek().Parts.Add(new(FlowKind.Race));

    private static bool TakesTask(IInvocationOperation call) => IsTask(call.Instance?.Type) || call.Arguments.Any(static argument => IsTask(Operations.Unwrap(argument.Value).Type));

    // A task, or several.
    private static bool IsTask(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: var item } => IsTask(item),
        INamedTypeSymbol { Name: "Task" or "ValueTask" } => true,
        INamedTypeSymbol { TypeArguments: [var item] } => IsTask(item),
        _ => false,
    };

    private static bool GoesOnAfterFailure(IOperation call) => Operations.Consumer(call) is IInvocationOperation { TargetMethod: var method } && GoesOnAfterFailure(method);

    // ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)
    private static bool GoesOnAfterFailure(IMethodSymbol method) =>
        method is { Name: "ConfigureAwait", Parameters: [{ Type.SpecialType: not SpecialType.System_Boolean }] };

    private static bool IsBranching(OperationKind kind) => kind switch
    {
        OperationKind.Conditional or OperationKind.Coalesce or OperationKind.CoalesceAssignment or OperationKind.ConditionalAccess or OperationKind.Binary => true,
        OperationKind.Switch or OperationKind.SwitchExpression or OperationKind.Loop or OperationKind.Try => true,
        _ => false,
    };

    private static FlowNode? Construct(IOperation operation) => operation switch
    {
        IConditionalOperation choice => new(FlowKind.Choice) { IsExhaustive = choice.WhenFalse is not null },
        ISwitchExpressionOperation => new(FlowKind.Choice) { IsExhaustive = true },
        ISwitchOperation choice => new(FlowKind.Choice) { Labels = (choice.ExitLabel, null) },
        ILoopOperation loop => new(FlowKind.Loop) { Labels = (loop.ExitLabel, loop.ContinueLabel) },
        ITryOperation { Catches.IsEmpty: false } => new(FlowKind.Guarded) { IsExhaustive = true },
        ITryOperation => null,
        IBinaryOperation { OperatorKind: not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr) } => null,
        _ => new(FlowKind.Choice),
    };

    private static bool IsArm(IOperation child, IOperation parent) => parent switch
    {
        IConditionalOperation choice => !ReferenceEquals(child, choice.Condition),
        ICoalesceOperation choice => !ReferenceEquals(child, choice.Value),
        ICoalesceAssignmentOperation choice => !ReferenceEquals(child, choice.Target),
        IConditionalAccessOperation choice => !ReferenceEquals(child, choice.Operation),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } choice => !ReferenceEquals(child, choice.LeftOperand),
        ISwitchOperation => child is ISwitchCaseOperation,
        ISwitchExpressionOperation => child is ISwitchExpressionArmOperation,
        IForEachLoopOperation loop => !ReferenceEquals(child, loop.Collection),
        IForLoopOperation loop => !loop.Before.Contains(child),
        ILoopOperation => true,
        ITryOperation { Catches.IsEmpty: false } guarded => !ReferenceEquals(child, guarded.Finally),
        _ => false,
    };
}
