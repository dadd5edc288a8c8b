using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// AGT4008: in a loop, a step, a named sleep, a signal's waiting step and the key of a model or agent call have a key from the loop. Calls without a name are numbered.
/// </summary>
internal static class ConstantKeyInLoop
{
    public static void Inspect(IInvocationOperation call, DurableCallSpec spec, bool isGuarded, KnownValues values, CodeUnit unit)
    {
        if (spec.Key is not { } key || DurableOperations.Name(call, spec, values) is not { } named)
            return;
        var parts = DurableOperations.KeyParts(call, spec, values).ToList();
        // Calls of different agents share no keys.
        if (key.Owner is { } owner && DurableOperations.Argument(call, owner) is { } owning)
            parts.Add(owning);
        // Options are read-only: if the object is the same in each round, so is its key.
        if (key.Options is { } keyed && DurableOperations.Argument(call, keyed.Parameter) is { } options && !DurableOperations.AreKnown(options, keyed, values))
            parts.Add(options);
        var loop = Loops.FindRepeating(call);
        if (loop is not null && parts.All(part => IsSame(part, new(loop, []), values)))
            Add(Role.AnyBody);
        else if (parts.All(part => IsConstant(part, values)))
            // A loop may call a helper until it has succeeded, and the helper says so when it has caught no failure.
            Add(isGuarded ? Role.LoopedBody : Role.LoopedBody | Role.RetriedBody);
        else if (loop is not null && IsRepeatedAround(loop))
            Add(Role.AnyBody);

        // Each loop around takes part in the key. If it does not, its next round has the keys of the one before.
        bool IsRepeatedAround(IOperation inner)
        {
            var passed = new List<IOperation>();
            for (var current = inner; Loops.FindRepeating(current) is { } outer; current = outer)
            {
                passed.Add(current);
                if (parts.All(part => IsSame(part, new(outer, passed), values)))
                    return !LoopRounds.MayBeLeftOut(call, outer);
            }

            return false;
        }

        void Add(Role roles) =>
            unit.Findings.Add(
                new(Rules.ConstantKeyInLoop, named.Syntax.GetLocation(), roles, spec.Noun, named.ConstantValue.Value as string ?? named.Syntax.ToString(),
                key.Place is not null ? "a waiting step from it" : "a key from it"));
    }

    private static bool IsConstant(IOperation part, KnownValues values) => values.Origin(part) switch
    {
        { ConstantValue.HasValue: true } => true,
        IFieldReferenceOperation { Field: var field } => SharedValues.IsShared(field),
        _ => false,
    };

    /// <summary>Whether a text is certain to be the same in every round: it consists of constants, and of variables that the loop does not set.</summary>
    private static bool IsSame(IOperation part, LoopRounds rounds, KnownValues values) => Operations.Unwrap(part) switch
    {
        { ConstantValue.HasValue: true } => true,
        // A call without a name is numbered.
        { Type: { SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.Annotated } } => false,
        ILocalReferenceOperation { Local: var local } => IsFromOutside(local, rounds, values),
        IParameterReferenceOperation { Parameter: var parameter } => IsFromOutside(parameter, rounds, values),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field.IsStatic || field.Type.IsReferenceType,
        IPropertyReferenceOperation { Instance: null, Property: var property } => SharedValues.IsShared(property) && values.Shared.ValueOf(property) is { } value && IsSame(value, rounds, values),
        IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false } property } => property.SetMethod is { IsInitOnly: true } && IsSame(instance, rounds, values),
        IInterpolatedStringOperation text => text.Parts.All(inner => inner is not IInterpolationOperation hole || IsSame(hole.Expression, rounds, values)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsSame(sum.LeftOperand, rounds, values) && IsSame(sum.RightOperand, rounds, values),
        _ => false,
    };

    private static bool IsFromOutside(ISymbol variable, LoopRounds rounds, KnownValues values) =>
        IsOf(variable, rounds.Loop) ? IsItem(variable, rounds, values) : !values.Variables.IsWrittenIn(variable, rounds.Loop.Syntax);

    // The items of a loop inside are the same in every round if what it runs over is.
    private static bool IsItem(ISymbol variable, LoopRounds rounds, KnownValues values) => rounds.Find(variable) switch
    {
        IForEachLoopOperation each => IsSameCollection(each.Collection, rounds, values),
        IForLoopOperation { Before: [IVariableDeclarationGroupOperation start], Condition: IBinaryOperation { LeftOperand: ILocalReferenceOperation, RightOperand: var end } } =>
            start.GetDeclaredVariables() is [var counter] && values.Variables.InitialOf(counter) is { } first && IsSame(first, rounds, values) && IsSame(end, rounds, values),
        IAnonymousFunctionOperation lambda when Operations.Consumer(lambda) is IArgumentOperation { Parent: IInvocationOperation query } =>
            (query.Instance ?? query.Arguments[0].Value) is { } source && IsSameCollection(source, rounds, values),
        _ => false,
    };

    private static bool IsSameCollection(IOperation collection, LoopRounds rounds, KnownValues values) => Operations.Unwrap(collection) switch
    {
        IArrayCreationOperation { Initializer: { } array } => array.ElementValues.All(item => IsSame(item, rounds, values)),
        ICollectionExpressionOperation expression => expression.Elements.All(item => IsSame(item, rounds, values)),
        var known => IsSame(known, rounds, values) && !rounds.Changes(known),
    };

    // The parameter of a query's lambda is declared in another clause of the query.
    private static bool IsOf(ISymbol variable, IOperation loop)
    {
        if (loop is IAnonymousFunctionOperation lambda)
            for (var owner = variable.ContainingSymbol; owner is IMethodSymbol; owner = owner.ContainingSymbol)
                if (SymbolEqualityComparer.Default.Equals(owner, lambda.Symbol))
                    return true;
        return variable.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(reference.Span));
    }
}
