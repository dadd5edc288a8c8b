using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Follows the delegates of one member through variables to the step, the method or the call where they end.</summary>
/// <param name="known">The known types.</param>
/// <param name="units">The units of the member.</param>
internal sealed class DelegateFlow(KnownSymbols known, IReadOnlyDictionary<IMethodSymbol, CodeUnit> units)
{
    private readonly Dictionary<ISymbol, List<DelegateUse>> _variables = new(SymbolEqualityComparer.Default);
    private readonly List<(List<DelegateUse> Uses, ILocalSymbol Variable)> _stored = [];

    /// <summary>The use of a delegate at the place where it is made.</summary>
    public List<DelegateUse> Of(IOperation made, CodeUnit unit)
    {
        var uses = new List<DelegateUse>();
        AddUses(made, unit, uses);
        return uses;
    }

    /// <summary>Notes the use of the delegate in a variable.</summary>
    public void Follow(ILocalReferenceOperation reference, CodeUnit unit)
    {
        if (reference.Local.Type.TypeKind == TypeKind.Delegate && Assignments.Of(reference).IsRead)
            AddUses(reference, unit, UsesOf(reference.Local));
    }

    /// <summary>Notes the use of the delegate that a function receives.</summary>
    public void Follow(IParameterReferenceOperation reference, CodeUnit unit)
    {
        var parameter = reference.Parameter;
        if (parameter.Type.TypeKind != TypeKind.Delegate
            || parameter.ContainingSymbol is not IMethodSymbol owner
            || !units.TryGetValue(Operations.Definition(owner), out var given))
            return;
        if (!given.ParameterUses.TryGetValue(parameter.Ordinal, out var uses))
            given.ParameterUses.Add(parameter.Ordinal, uses = []);
        AddUses(reference, unit, uses);
    }

    /// <summary>Adds the use of a delegate at a place.</summary>
    public void AddUses(IOperation value, CodeUnit unit, List<DelegateUse> uses)
    {
        switch (Operations.Consumer(value))
        {
            case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }:
                uses.Add(Given(call, parameter, unit));
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor }, Parameter: { } parameter } when !Threads.Starts(constructor):
                uses.Add(new(DelegateFate.Passed, Operations.Definition(constructor), parameter.Ordinal) { Passer = unit.Symbol });
                break;
            case IInvocationOperation { TargetMethod.MethodKind: not MethodKind.DelegateInvoke } call when IsAsked(call):
                break;
            case IInvocationOperation or IConditionalAccessOperation:
                uses.Add(new(DelegateFate.Invoked, unit.Symbol, InLoop: Loops.FindRepeating(value) is not null));
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                _stored.Add((uses, declarator.Symbol));
                break;
            // A step asks it whether to make another attempt.
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "RetryWhen", ContainingType: { Name: "StepOptions" } type } } }
                when SymbolText.IsIn(type, "Agnt5"):
                uses.Add(new(DelegateFate.InStep));
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                _stored.Add((uses, target.Local));
                break;
            case IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                AddUses(Operations.Consumer(value)!, unit, uses);
                break;
            default:
                uses.Add(new(DelegateFate.Unknown));
                break;
        }
    }

    /// <summary>Adds the uses of variables to the delegates that are assigned to them. Follow no delegate after this.</summary>
    public void Close()
    {
        // A variable may get the value of another, so this repeats, at most once for each variable.
        for (var round = 0; round <= _variables.Count; round++)
            foreach (var (uses, variable) in _stored)
                foreach (var use in UsesOf(variable).ToArray())
                    if (!uses.Contains(use))
                        uses.Add(use);
    }

    // later.ToString()
    private static bool IsAsked(IInvocationOperation call) => call.Instance is not null && call.TargetMethod.Name is "ToString" or "GetHashCode" or "Equals" or "GetType" or "GetInvocationList";

    private DelegateUse Given(IInvocationOperation call, IParameterSymbol parameter, CodeUnit unit)
    {
        if (DurableOperations.Find(call, known) is { } spec)
            return spec.RoleOf(parameter.Name) switch
            {
                DelegateRole.StepBody => new(DelegateFate.Step),
                DelegateRole.InStep => new(DelegateFate.InStep),
                DelegateRole.OwnCode => new(DelegateFate.Passed, Operations.Definition(call.TargetMethod), parameter.Ordinal, InLoop: true) { Passer = unit.Symbol },
                _ => new(DelegateFate.Unknown),
            };
        if (IsModelFunction(call.TargetMethod))
            return new(DelegateFate.Step);
        return Threads.Starts(call.TargetMethod)
            ? new(DelegateFate.Unknown)
            : new(DelegateFate.Passed, Operations.Definition(call.TargetMethod), parameter.Ordinal, Loops.RunsForEachItem(call.TargetMethod)) { Passer = unit.Symbol };
    }

    // An agent runs the functions that its model may call as steps.
    private static bool IsModelFunction(IMethodSymbol method) => method.Name == "Create" && SymbolText.Is(method.ContainingType, "Microsoft.Extensions.AI", "AIFunctionFactory");

    private List<DelegateUse> UsesOf(ISymbol variable)
    {
        if (!_variables.TryGetValue(variable, out var uses))
            _variables.Add(variable, uses = []);
        return uses;
    }
}
