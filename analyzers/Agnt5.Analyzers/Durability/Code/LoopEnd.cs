using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>What code has learned once an operation has succeeded, as far as it decides whether a loop ends: a flag that was set, a result that is there.</summary>
internal sealed class LoopEnd
{
    private readonly ILocalSymbol? _result;
    private List<ILocalSymbol>? _flags;
    private List<ILocalSymbol>? _failures;

    public LoopEnd(IOperation operation)
    {
        // receipt = await ctx.StepAsync(…); in while (receipt is null)
        if (Operations.Consumer(operation) is IAwaitOperation { Type.NullableAnnotation: not NullableAnnotation.Annotated } awaited
            && Operations.Consumer(awaited) is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var result } })
            _result = result;
    }

    /// <summary>Notes a statement that runs after the operation: <c>done = true;</c>.</summary>
    public void Note(IOperation statement)
    {
        if (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value.ConstantValue.HasValue: true } })
            (_flags ??= []).Add(local);
    }

    /// <summary>Notes the variables that keep the failure of the operation: <c>catch (StepFailedException failure) { last = failure; }</c>. They are null once it has succeeded.</summary>
    public void NoteFailures(ITryOperation attempt)
    {
        foreach (var handler in attempt.Catches)
            foreach (var statement in handler.Handler.Operations)
                if (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var kept }, Value: var value } }
                    && Operations.Unwrap(value) is ILocalReferenceOperation { Local: var failure } && handler.Locals.Contains(failure))
                    (_failures ??= []).Add(kept);
    }

    /// <summary>What runs after a success, when a statement asks for the failure; otherwise <see langword="null"/>.</summary>
    public IOperation? Arm(IConditionalOperation choice) =>
        _failures is null || NullTest.Of(choice.Condition) is not { } test || !_failures.Contains(test.Variable, SymbolEqualityComparer.Default) ? null
        : test.IsNull ? choice.WhenTrue : choice.WhenFalse;

    /// <summary>Whether a loop with this condition ends.</summary>
    public bool Ends(IOperation? condition) => condition is not null && (Decides(condition) || AsksForFailure(condition)
        || (_result is not null && Operations.WithoutFunctions(condition).Any(IsNullTest)));

    /// <summary>Whether a condition asks for what is known.</summary>
    public bool Decides(IOperation condition) => _flags is not null && _flags.Any(flag => Reads(condition, flag));

    /// <summary>Whether a condition reads a variable.</summary>
    public static bool Reads(IOperation condition, ILocalSymbol variable) =>
        Operations.WithoutFunctions(condition).Any(read => read is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable));

    // while (last is not null)
    private bool AsksForFailure(IOperation condition) =>
        _failures is not null && NullTest.Of(condition) is { IsNull: false, Variable: var variable } && _failures.Contains(variable, SymbolEqualityComparer.Default);

    private bool IsNullTest(IOperation test) => NullTest.Of(test) is { IsNull: true, Variable: var variable } && SymbolEqualityComparer.Default.Equals(variable, _result);
}
