using System.Diagnostics.CodeAnalysis;

namespace Agnt5;

/// <summary>The result of <see cref="WorkflowContext.TryAskAsync"/> and <see cref="WorkflowContext.TryAskManyAsync"/>: the question was answered, skipped or timed out.</summary>
/// <typeparam name="TAnswer">A text, or a list of option ids.</typeparam>
public readonly record struct AskResult<TAnswer>
    where TAnswer : class
{
    /// <summary>The answer; <see langword="null"/> when there is none.</summary>
    public TAnswer? Answer { get; private init; }

    /// <summary>Whether the person answered.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    public bool IsAnswered => Answer is not null;

    /// <summary>Whether the person skipped the question.</summary>
    public bool IsSkipped => Answer is null && !IsTimedOut;

    /// <summary>Whether nobody answered in time.</summary>
    public bool IsTimedOut { get; private init; }

    internal static async Task<AskResult<TAnswer>> OfAsync(Task<TAnswer?> asking)
    {
        try
        {
            // Continue on the workflow's scheduler, like everything that its code awaits.
            return new AskResult<TAnswer> { Answer = await asking.ConfigureAwait(true) };
        }
        catch (WaitTimeoutException)
        {
            return new AskResult<TAnswer> { IsTimedOut = true };
        }
    }
}
