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
        if (Loops.FindRepeating(call) is { } loop && parts.All(part => IsSame(part, loop, values)))
            Add(Role.AnyBody);
        else if (parts.All(part => IsConstant(part, values)))
            // A loop may call a helper until it has succeeded, and the helper says so when it has caught no failure.
            Add(isGuarded ? Role.LoopedBody : Role.LoopedBody | Role.RetriedBody);

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
    private static bool IsSame(IOperation part, IOperation loop, KnownValues values) => Operations.Unwrap(part) switch
    {
        { ConstantValue.HasValue: true } => true,
        // A call without a name is numbered.
        { Type: { SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.Annotated } } => false,
        ILocalReferenceOperation { Local: var local } => IsFromOutside(local, loop, values),
        IParameterReferenceOperation { Parameter: var parameter } => IsFromOutside(parameter, loop, values),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field.IsStatic || field.Type.IsReferenceType,
        IPropertyReferenceOperation { Instance: null, Property: var property } => SharedValues.IsShared(property) && values.Shared.ValueOf(property) is { } value && IsSame(value, loop, values),
        IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false } property } => property.SetMethod is { IsInitOnly: true } && IsSame(instance, loop, values),
        IInterpolatedStringOperation text => text.Parts.All(inner => inner is not IInterpolationOperation hole || IsSame(hole.Expression, loop, values)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsSame(sum.LeftOperand, loop, values) && IsSame(sum.RightOperand, loop, values),
        _ => false,
    };

    private static bool IsFromOutside(ISymbol variable, IOperation loop, KnownValues values) => !IsOf(variable, loop) && !values.Variables.IsWrittenIn(variable, loop.Syntax);

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
