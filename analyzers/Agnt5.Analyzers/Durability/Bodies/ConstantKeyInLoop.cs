using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// AGT4008: in a loop, a step, a named sleep, a signal's waiting step and the key of a model or agent call have a key from the loop. Calls without a name are numbered.
/// </summary>
internal static class ConstantKeyInLoop
{
    public static void Inspect(IInvocationOperation call, DurableCallSpec spec, CodeUnit unit)
    {
        if (DurableOperations.Name(call, spec) is not { } named || !HasKnownOptions(call, spec))
            return;
        var parts = DurableOperations.KeyParts(call, spec).ToArray();
        if (Loops.FindRepeating(call) is { } loop && parts.All(part => IsSame(part, loop)))
            Add(Role.AnyBody);
        else if (parts.All(static part => part.ConstantValue.HasValue))
            Add(Role.LoopedBody);

        void Add(Role roles) =>
            unit.Findings.Add(
                new(Rules.ConstantKeyInLoop, named.Syntax.GetLocation(), roles, spec.Noun, named.ConstantValue.Value as string ?? named.Syntax.ToString(),
                spec.Key?.Place is not null ? "a waiting step from it" : "a key from it"));
    }

    // Options that are made elsewhere may have any key.
    private static bool HasKnownOptions(IInvocationOperation call, DurableCallSpec spec) =>
        spec.Key?.Options is not { } keyed
        || DurableOperations.Argument(call, keyed.Parameter) is not { } options
        || Operations.Unwrap(options) is IObjectCreationOperation
        || Operations.Unwrap(options).ConstantValue.HasValue;

    /// <summary>Whether a text is certain to be the same in every round: it consists of constants, and of variables that the loop does not set.</summary>
    private static bool IsSame(IOperation part, IOperation loop) => Operations.Unwrap(part) switch
    {
        { ConstantValue.HasValue: true } => true,
        // A call without a name is numbered.
        { Type.NullableAnnotation: NullableAnnotation.Annotated } => false,
        ILocalReferenceOperation { Local: var local } => IsFromOutside(local, loop),
        IParameterReferenceOperation { Parameter: var parameter } => IsFromOutside(parameter, loop),
        IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false } property } => property.SetMethod is { IsInitOnly: true } && IsSame(instance, loop),
        IInterpolatedStringOperation text => text.Parts.All(inner => inner is not IInterpolationOperation hole || IsSame(hole.Expression, loop)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsSame(sum.LeftOperand, loop) && IsSame(sum.RightOperand, loop),
        _ => false,
    };

    private static bool IsFromOutside(ISymbol variable, IOperation loop) =>
        !variable.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(reference.Span))
        && !Operations.WithFunctions(loop).Any(operation => SymbolEqualityComparer.Default.Equals(Variable(operation), variable) && Assignments.Of(operation).IsWritten);

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
