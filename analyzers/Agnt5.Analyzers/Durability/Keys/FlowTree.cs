using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Puts the noted places of a unit into the branches, loops and try statements around them.</summary>
internal sealed class FlowTree
{
    private readonly List<Frame> _open = [new(null, IsArm: false, new FlowNode(FlowKind.Arm))];
    private readonly List<Frame> _around = [];

    /// <summary>Builds the flow of a unit.</summary>
    /// <param name="notes">The places in the order in which they run.</param>
    /// <param name="find">What is known of a call, or <see langword="null"/> for one that says nothing.</param>
    public static FlowNode Build(IReadOnlyList<FlowNote> notes, Func<FlowNote, NotedCall?> find)
    {
        var tree = new FlowTree();
        foreach (var note in notes)
        {
            tree.MoveTo(note.Operation);
            switch (note.Kind)
            {
                case FlowKind.Use or FlowKind.Call when find(note) is { } call:
                    tree.Top.Parts.Add(new(note.Kind) { Call = call });
                    break;
                case FlowKind.Return or FlowKind.Jump:
                    tree.Exit(note.Kind, (note.Operation as IBranchOperation)?.Target);
                    break;
                case FlowKind.Race:
                    tree.Top.Parts.Add(new(FlowKind.Race));
                    break;
            }
        }

        tree.Close(1);
        return tree.Top;
    }

    private FlowNode Top => _open[_open.Count - 1].Node;

    // Closes what does not stand around a place, and opens what does.
    private void MoveTo(IOperation place)
    {
        FindAround(place);
        var same = 1;
        while (same < _open.Count && same <= _around.Count && _open[same].IsOf(_around[_around.Count - same]))
            same++;
        Close(same);
        for (var next = _around.Count - same; next >= 0; next--)
            Open(_around[next]);
    }

    // From the innermost to the outermost.
    private void FindAround(IOperation place)
    {
        _around.Clear();
        for (var current = place; current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); current = current.Parent)
        {
            Work.Count(WorkKind.Operation);
            if (Construct(current) is { } construct)
                _around.Add(new(current, IsArm: false, construct));
            if (current.Parent is { } parent && IsArm(current, parent))
                _around.Add(new(current, IsArm: true, ArmOf(current)));
        }
    }

    private void Open(Frame frame)
    {
        var around = _open[_open.Count - 1];
        if (frame.IsArm && around.Node.IsExhaustive)
        {
            AddArms(around);
            frame = around.Arms!.Find(arm => arm.IsOf(frame));
        }
        else
            around.Node.Parts.Add(frame.Node);
        _open.Add(frame);
    }

    private void Close(int count)
    {
        for (; _open.Count > count; _open.RemoveAt(_open.Count - 1))
            AddArms(_open[_open.Count - 1]);
    }

    // What runs in any case is what all arms have, so an empty arm counts.
    private static void AddArms(Frame construct)
    {
        if (!construct.Node.IsExhaustive || construct.Arms is not { Count: 0 } arms)
            return;
        foreach (var arm in ArmsOf(construct.Operation!))
        {
            arms.Add(new(arm, IsArm: true, ArmOf(arm)));
            construct.Node.Parts.Add(arms[arms.Count - 1].Node);
        }
    }

    private void Exit(FlowKind kind, ILabelSymbol? label)
    {
        Top.Parts.Add(new(kind));
        for (var index = _open.Count - 1; index >= 0; index--)
        {
            var node = _open[index].Node;
            if (label is not null && (SymbolEqualityComparer.Default.Equals(node.Labels.End, label) || SymbolEqualityComparer.Default.Equals(node.Labels.Next, label)))
                return;
            node.IsLeft = true;
        }
    }

    private static FlowNode ArmOf(IOperation arm) => new(arm.Kind == OperationKind.CatchClause ? FlowKind.Catch : FlowKind.Arm);

    private static FlowNode? Construct(IOperation operation) => operation switch
    {
        IConditionalOperation choice => new(FlowKind.Choice) { IsExhaustive = choice.WhenFalse is not null },
        ISwitchExpressionOperation => new(FlowKind.Choice) { IsExhaustive = true },
        ISwitchOperation choice => new(FlowKind.Choice) { Labels = (choice.ExitLabel, null) },
        ILoopOperation loop => new(FlowKind.Loop) { Labels = (loop.ExitLabel, loop.ContinueLabel) },
        ITryOperation { Catches.IsEmpty: false } => new(FlowKind.Guarded) { IsExhaustive = true },
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => new(FlowKind.Choice),
        ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalAccessOperation => new(FlowKind.Choice),
        _ => null,
    };

    private static IEnumerable<IOperation> ArmsOf(IOperation construct) => construct switch
    {
        IConditionalOperation { WhenFalse: { } other } choice => [choice.WhenTrue, other],
        ISwitchExpressionOperation choice => choice.Arms,
        ITryOperation guarded => [guarded.Body, .. guarded.Catches],
        _ => [],
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

    // An operation may be an arm and a construct at once.
    private readonly record struct Frame(IOperation? Operation, bool IsArm, FlowNode Node)
    {
        public List<Frame>? Arms { get; } = Node.IsExhaustive ? [] : null;

        public bool IsOf(Frame other) => ReferenceEquals(Operation, other.Operation) && IsArm == other.IsArm;
    }
}
