namespace Agnt5.Execution;

/// <summary>Says what is wrong with a durable call that did not come from the workflow's own code.</summary>
internal static class MisplacedDurableCall
{
    private static readonly AsyncLocal<string?> Step = new();

    /// <summary>Marks the code that runs from here on as the body of a step.</summary>
    public static void EnterStep(string key) => Step.Value = key;

    public static InvalidOperationException Exception(string call) => new(
        Step.Value is { } step
            ? $"{call} was called inside the body of step '{step}'. A durable call inside a step would run again on replay: move it out of the step (AGT4010)."
            : $"{call} was called outside the workflow's own thread, or after the workflow had ended. Await it in the workflow body, without ConfigureAwait(false) and not in Task.Run (AGT4013).");
}
