namespace Agnt5.Execution;

/// <summary>The error of a durable call that did not come from the workflow's own code. A retry would fail in the same way.</summary>
internal static class MisplacedDurableCall
{
    public static NonRetryableException Exception(string call) => new(
        StepScope.Current is { } step
            ? $"{call} was called inside the body of step '{step.ShownKey}'. A durable call inside a step would run again on replay: move it out of the step (AGT4010)."
            : $"{call} was called outside the workflow's own thread, or after the workflow had ended. Await it in the workflow body, without ConfigureAwait(false) and not in Task.Run (AGT4013).");
}
