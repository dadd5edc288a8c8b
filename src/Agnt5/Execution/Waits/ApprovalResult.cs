namespace Agnt5;

/// <summary>The result of <see cref="WorkflowContext.AskApprovalAsync"/>. Converted to <see langword="bool"/> it is <see cref="IsApproved"/>.</summary>
public readonly record struct ApprovalResult
{
    internal const string Approve = "approve";

    /// <summary>Whether the person approved: the answer is <c>approve</c>.</summary>
    public bool IsApproved => Answer == Approve;

    /// <summary>Whether the person answered anything but <c>approve</c>: <c>reject</c>, another option, or a free text where the question allows one.</summary>
    public bool IsRejected => Answer is not (null or Approve);

    /// <summary>Whether the person skipped the question.</summary>
    public bool IsSkipped => Answer is null && !IsTimedOut;

    /// <summary>Whether nobody answered in time.</summary>
    public bool IsTimedOut { get; private init; }

    /// <summary>The chosen option's id, or the person's free text; <see langword="null"/> when there is no answer.</summary>
    public string? Answer { get; private init; }

    /// <summary>Whether the person approved.</summary>
    /// <param name="result">How the question ended.</param>
    public static implicit operator bool(ApprovalResult result) => result.ToBoolean();

    /// <summary>Whether the person approved.</summary>
    public bool ToBoolean() => IsApproved;

    internal static async Task<ApprovalResult> OfAsync(Task<string?> asking)
    {
        // Continue on the workflow's scheduler, like everything that its code awaits.
        var result = await AskResult<string>.OfAsync(asking).ConfigureAwait(true);
        return new ApprovalResult { Answer = result.Answer, IsTimedOut = result.IsTimedOut };
    }
}
