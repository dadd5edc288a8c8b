using System.Composition;
using System.Globalization;
using Agnt5.Analyzers.Durability;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>
/// AGT4003: sleeps durably. Not offered when the delay has no end or uses another clock, has its own cancellation, is awaited in a way that would hold the workflow, or
/// is inside a using, lock or finally (AGT4011).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DelayFix)), Shared]
public sealed class DelayFix() : WorkflowCodeFix(RuleIds.Delay)
{
    private protected override Remedy? Find(WorkflowCode code)
    {
        if (code.Call is not { } syntax
            || code.Context is not { } context
            || code.Operation(syntax) is not IInvocationOperation call
            || Delay(call) is not { Syntax: ArgumentSyntax argument } delay)
            return null;
        var isStatement = call.TargetMethod.Name == "Sleep";
        if (isStatement ? !WorkflowCode.IsAsync(syntax) : !IsKept(call) || !call.Arguments.All(given => ReferenceEquals(given, delay) || IsNoReason(given.Value, code)))
            return null;
        if (CodeAround.CleansUp(syntax) || !TryFindForm(delay.Value, argument.Expression, code, out var form))
            return null;
        var position = syntax.ArgumentList.Arguments.IndexOf(argument);
        return new("Sleep durably", "Sleep durably", [new SleepDurably(code.Document.Id, syntax.Span, context, position, form, isStatement)]);
    }

    private static IArgumentOperation? Delay(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" }
        ? call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Ordinal: 0 })
        : null;

    // The other arguments of Task.Delay: a token, or a clock.
    private static bool IsNoReason(IOperation value, WorkflowCode code) =>
        SymbolEqualityComparer.Default.Equals(value.Type, code.Known.CancellationToken) && (InvocationToken.IsNone(value) || InvocationToken.Is(value, code.Known));

    // A task that is dropped, blocked on, or continued in another way must not become a sleep.
    private static bool IsKept(IInvocationOperation call) => Operations.Consumer(call) switch
    {
        IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } or IPropertyReferenceOperation => false,
        IInvocationOperation next => next.TargetMethod.Name == "ConfigureAwait",
        var consumer => Taking(consumer)?.TargetMethod.Name.StartsWith("Wait", StringComparison.Ordinal) != true,
    };

    // The call that takes the task alone or among others.
    private static IInvocationOperation? Taking(IOperation? consumer)
    {
        while (consumer is IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
            consumer = Operations.Consumer(consumer);
        return (consumer as IArgumentOperation)?.Parent as IInvocationOperation;
    }

    private static bool TryFindForm(IOperation delay, ExpressionSyntax written, WorkflowCode code, out DurationForm? form)
    {
        form = null;
        if (delay.Type?.SpecialType != SpecialType.System_Int32)
            return Operations.Unwrap(delay) is not IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" };
        var milliseconds = delay.ConstantValue is { HasValue: true, Value: int constant } ? constant : (int?)null;
        if (milliseconds < 0 || code.Model.Compilation.GetTypeByMetadataName("System.TimeSpan") is not { } timeSpan)
            return false;
        form = written is LiteralExpressionSyntax && milliseconds is { } number && number > 0 && number % 1000 == 0
            ? new(timeSpan, "FromSeconds", (number / 1000).ToString(CultureInfo.InvariantCulture))
            : new(timeSpan, "FromMilliseconds", Number: null);
        return true;
    }
}
