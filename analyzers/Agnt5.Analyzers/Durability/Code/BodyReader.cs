using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Reads the body of a member into units of code, with their calls and the problems they would have in a workflow.</summary>
internal sealed class BodyReader : OperationWalker
{
    private readonly KnownSymbols _known;
    private readonly BodyRules _rules;
    private readonly Dictionary<IMethodSymbol, CodeUnit> _units = new(SymbolEqualityComparer.Default);
    private readonly DelegateFlow _delegates;
    private readonly CancellationToken _cancellationToken;
    private readonly Variables _variables = new();
    private readonly Dictionary<CodeUnit, FlowReader> _flows = [];
    private readonly List<(IInvocationOperation Call, DurableCallSpec Spec, CodeUnit Unit, bool IsGuarded)> _durableCalls = [];
    private CodeUnit _unit;
    private FlowReader _flow;

    private BodyReader(IMethodSymbol member, BodyRules rules, CancellationToken cancellationToken)
    {
        _known = rules.Known;
        _rules = rules;
        _cancellationToken = cancellationToken;
        _delegates = new(rules.Known, _units);
        _unit = Add(Operations.Definition(member), isMember: true);
        _flow = FlowOf(_unit);
    }

    /// <summary>Reads a member: its own unit, and one for each function in it.</summary>
    public static IReadOnlyCollection<CodeUnit> Read(
        IMethodSymbol member, ImmutableArray<IOperation> blocks, BodyRules rules, CancellationToken cancellationToken)
    {
        var reader = new BodyReader(member, rules, cancellationToken);
        foreach (var block in blocks)
            reader.Visit(block);
        reader._delegates.Close();
        reader.ReadKeys();
        return reader._units.Values;
    }

    public override void Visit(IOperation? operation)
    {
        if (operation is null)
            return;
        _cancellationToken.ThrowIfCancellationRequested();
        Work.Count(WorkKind.Operation);
        base.Visit(operation);
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        if (DurableOperations.Find(operation, _known) is { } spec)
        {
            _unit.IsDurable = true;
            _unit.Waits |= spec.Waits;
            _unit.ReturnsDurable |= Tasks.IsAwaited(operation);
            _rules.InspectDurableCall(operation, _unit);
            _durableCalls.Add((operation, spec, _unit, _flow.IsGuarded));
            base.VisitInvocation(operation);
            _flow.AddDurable(operation, spec);
            return;
        }

        // A helper that receives null as its context makes no durable calls.
        var isCall = !operation.Arguments.Any(
            argument => argument.Value.ConstantValue is { HasValue: true, Value: null } && argument.Parameter is { } parameter && ParameterRoles.IsContext(parameter.Type, _known));
        if (isCall)
            Call(operation.TargetMethod, operation);
        _rules.InspectCall(operation, _unit);
        if (isCall)
            NotAwaited.InspectHelper(operation, IsOurs(operation.TargetMethod), _known, _unit);
        base.VisitInvocation(operation);
        if (isCall && (IsOurs(operation.TargetMethod) || operation.TargetMethod.MethodKind == MethodKind.DelegateInvoke))
            _flow.AddCall(operation);
        _flow.AddRace(operation);
    }

    public override void VisitVariableDeclarator(IVariableDeclaratorOperation operation)
    {
        _variables.Declare(operation);
        base.VisitVariableDeclarator(operation);
    }

    public override void VisitObjectCreation(IObjectCreationOperation operation)
    {
        if (operation.Constructor is { } constructor)
        {
            Call(constructor, operation);
            _rules.InspectCreation(operation, _unit);
        }

        base.VisitObjectCreation(operation);
        _flow.AddRace(operation);
    }

    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        var (isRead, isWritten) = Assignments.Of(operation);
        if (isRead && operation.Property.GetMethod is { } getter)
            Call(getter, operation);
        if (isWritten && operation.Property.SetMethod is { } setter)
            Call(setter, operation);
        _rules.InspectProperty(operation, isRead, isWritten, _unit);
        if (isRead)
            ReadKept(operation);
        base.VisitPropertyReference(operation);
        _flow.AddRace(operation);
    }

    public override void VisitFieldReference(IFieldReferenceOperation operation)
    {
        var (isRead, isWritten) = Assignments.Of(operation);
        _rules.InspectField(operation, isRead, isWritten, _unit);
        if (isRead)
            ReadKept(operation);
        base.VisitFieldReference(operation);
    }

    public override void VisitSimpleAssignment(ISimpleAssignmentOperation operation)
    {
        var (findings, edges) = (_unit.Findings.Count, _unit.Edges.Count);
        base.VisitSimpleAssignment(operation);
        if (_unit.Symbol.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor
            && operation.Target is IMemberReferenceOperation { Member: var member }
            && KeptMembers.IsKept(member))
            _rules.Kept.AddValue(member, _unit.Since(findings, edges));
    }

    public override void VisitConversion(IConversionOperation operation)
    {
        _rules.InspectConversion(operation, _unit);
        base.VisitConversion(operation);
    }

    // nameof names a member and does not read it.
    public override void VisitNameOf(INameOfOperation operation)
    {
    }

    public override void VisitLocalReference(ILocalReferenceOperation operation)
    {
        _variables.Note(operation, operation.Local, operation.Local.Type);
        _delegates.Follow(operation, _unit);
        if (!SymbolEqualityComparer.Default.Equals(operation.Local.ContainingSymbol, _unit.Symbol))
            NoteShared(operation.Local);
    }

    public override void VisitParameterReference(IParameterReferenceOperation operation)
    {
        _variables.Note(operation, operation.Parameter, operation.Parameter.Type);
        _delegates.Follow(operation, _unit);
        if (IsPlainContext(operation.Parameter.Type) && Taker(operation) is { } taker)
            _unit.ContextTakers.Add(Operations.Definition(taker));
    }

    public override void VisitLiteral(ILiteralOperation operation)
    {
        if (operation.ConstantValue.Value is string text)
            BodyRules.InspectText(text, _unit);
    }

    public override void VisitMethodReference(IMethodReferenceOperation operation)
    {
        if (operation.Method.MethodKind == MethodKind.LocalFunction)
        {
            var function = Add(Operations.Definition(operation.Method), isMember: false);
            _delegates.AddUses(operation, _unit, function.Uses);
            _unit.Edges.Add(new(function.Symbol, Loops.FindRepeating(operation) is not null, function.Uses));
        }
        else if (IsOurs(operation.Method))
            _unit.Edges.Add(new(Operations.Definition(operation.Method), Loops.FindRepeating(operation) is not null, _delegates.Of(operation, _unit)));
        else
            AddMethodGroup(operation);
        base.VisitMethodReference(operation);
    }

    public override void VisitAnonymousFunction(IAnonymousFunctionOperation operation)
    {
        var lambda = Add(operation.Symbol, isMember: false);
        _delegates.AddUses(operation, _unit, lambda.Uses);
        _unit.Edges.Add(new(operation.Symbol, Loops.FindRepeating(operation) is not null, lambda.Uses));
        Inside(lambda, () => base.VisitAnonymousFunction(operation));
        if (MayBeStep(lambda.Uses))
            _rules.InspectFunction(operation.Symbol, operation.Body, lambda);
    }

    public override void VisitLocalFunction(ILocalFunctionOperation operation)
    {
        var function = Add(Operations.Definition(operation.Symbol), isMember: false);
        Inside(function, () => base.VisitLocalFunction(operation));
        if (operation.Body is { } body)
            _rules.InspectFunction(operation.Symbol, body, function);
    }

    public override void VisitWhileLoop(IWhileLoopOperation operation)
    {
        _rules.InspectLoop(operation, _unit);
        base.VisitWhileLoop(operation);
    }

    public override void VisitForLoop(IForLoopOperation operation)
    {
        _rules.InspectLoop(operation, _unit);
        base.VisitForLoop(operation);
    }

    public override void VisitUsing(IUsingOperation operation)
    {
        _rules.InspectCleanup(operation, _unit);
        base.VisitUsing(operation);
    }

    public override void VisitUsingDeclaration(IUsingDeclarationOperation operation)
    {
        _rules.InspectCleanup(operation, _unit);
        base.VisitUsingDeclaration(operation);
    }

    public override void VisitTry(ITryOperation operation)
    {
        _rules.InspectCleanup(operation, _unit);
        if (operation.Catches.IsEmpty)
        {
            base.VisitTry(operation);
            return;
        }

        _flow.AddTry(operation);
        _flow.EnterGuarded();
        Visit(operation.Body);
        _flow.LeaveGuarded();
        foreach (var handler in operation.Catches)
            Visit(handler);
        Visit(operation.Finally);
    }

    public override void VisitReturn(IReturnOperation operation)
    {
        base.VisitReturn(operation);
        if (operation.Kind != OperationKind.YieldReturn)
            _flow.AddReturn(operation);
    }

    public override void VisitThrow(IThrowOperation operation)
    {
        base.VisitThrow(operation);
        _flow.AddJump(operation);
    }

    public override void VisitBranch(IBranchOperation operation) => _flow.AddJump(operation);

    public override void VisitLabeled(ILabeledOperation operation)
    {
        base.VisitLabeled(operation);
        _flow.AddLabel();
    }

    public override void VisitLock(ILockOperation operation)
    {
        _rules.InspectCleanup(operation, _unit);
        base.VisitLock(operation);
    }

    // A method of a library is read where it becomes a delegate, because its own code is out of reach.
    private void AddMethodGroup(IMethodReferenceOperation operation)
    {
        var unit = new CodeUnit(operation.Method, isMember: false) { IsMethodGroup = true };
        _rules.InspectMethodGroup(operation, unit);
        if (unit.Findings.Count > 0)
            _unit.Edges.Add(new(operation.Method, Loops.FindRepeating(operation) is not null, _delegates.Of(operation, _unit)) { Unit = unit });
    }

    private void ReadKept(IMemberReferenceOperation reference)
    {
        if (!_rules.ReadsKept(reference))
            return;
        var isDelegate = reference.Type?.TypeKind == TypeKind.Delegate;
        _unit.Reads.Add(new(
            reference.Member,
            reference.Syntax.GetLocation(),
            isDelegate && Loops.FindRepeating(reference) is not null,
            isDelegate ? _delegates.Of(reference, _unit) : null));
    }

    // A key may come from variables, which have all been read by now.
    private void ReadKeys()
    {
        var values = new KnownValues(_variables, _rules.Shared);
        foreach (var flow in _flows.Values)
            flow.Close(values);
        foreach (var (call, spec, unit, isGuarded) in _durableCalls)
            BodyRules.InspectKey(call, spec, isGuarded, values, unit);
        if (_durableCalls.Count > 0)
            UnstableKey.DropCauses(_units.Values);
    }

    // A task in a variable of another function.
    private void NoteShared(ILocalSymbol variable)
    {
        if (variable.ContainingSymbol is not IMethodSymbol owner || !Tasks.Is(variable.Type) || !_units.TryGetValue(Operations.Definition(owner), out var unit) || unit == _unit)
            return;
        _flow.SharesTasks = true;
        FlowOf(unit).SharesTasks = true;
    }

    private FlowReader FlowOf(CodeUnit unit)
    {
        if (!_flows.TryGetValue(unit, out var flow))
            _flows.Add(unit, flow = new(unit, _rules.Carriers));
        return flow;
    }

    private void Inside(CodeUnit unit, Action visit)
    {
        var (outer, flow) = (_unit, _flow);
        (_unit, _flow) = (unit, FlowOf(unit));
        visit();
        (_unit, _flow) = (outer, flow);
    }

    private void Call(IMethodSymbol method, IOperation operation)
    {
        if (!IsOurs(method))
            return;
        var loop = Loops.FindRepeating(operation);
        var isInLoop = loop is not null;
        var target = Operations.Definition(method);
        _unit.Edges.Add(new(target, isInLoop) { EndsLoop = loop is not null && Loops.EndsWith(operation, loop), IsGuarded = _flow.IsGuarded, IsAwaited = Tasks.IsAwaited(operation) });
        if (target.MethodKind == MethodKind.LocalFunction)
            Add(target, isMember: false).Uses.Add(new(DelegateFate.Invoked, _unit.Symbol, InLoop: isInLoop));
    }

    // The context of a tool, or one that may be.
    private bool IsPlainContext(ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, _known.FunctionContext) || SymbolEqualityComparer.Default.Equals(type, _known.ComponentContext);

    private static IMethodSymbol? Taker(IOperation value) => Operations.Consumer(value) is not IArgumentOperation argument ? null : argument.Parent switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    private bool IsOurs(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _known.Compilation.Assembly);

    // The value of a variable is followed later. Code of a library starts no steps.
    private static bool MayBeStep(List<DelegateUse> uses) =>
        uses.Count == 0 || uses.Any(static use => use.Fate == DelegateFate.Step || (use.Fate == DelegateFate.Passed && !use.Method!.DeclaringSyntaxReferences.IsEmpty));

    private CodeUnit Add(IMethodSymbol symbol, bool isMember)
    {
        if (!_units.TryGetValue(symbol, out var unit))
            _units.Add(symbol, unit = new(symbol, isMember));
        return unit;
    }
}
