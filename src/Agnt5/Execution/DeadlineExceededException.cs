using Agnt5.Generated;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>The budget's deadline cut off a slice that had recorded nothing: <c>WORKERLESS_DEADLINE_EXCEEDED</c> (protocol section 6).</summary>
internal sealed class DeadlineExceededException(string message) : Exception(message)
{
    public static DeadlineExceededException OfCall(string component) =>
        new($"{component} did not end before the deadline of its budget. Give it more time, or make it a workflow with steps.");

    /// <param name="component">The workflow or agent.</param>
    /// <param name="blockedAfter">The place where it blocked, such as "after StepAsync 'charge'".</param>
    public static DeadlineExceededException OfBlockedThread(ComponentDescriptor component, string blockedAfter) => new(
        $"{component.Type.ToWireName()} {component.Name} blocked its thread {blockedAfter} until past the deadline of its budget, "
            + $"and had recorded nothing. Await durable calls instead of .Result or .Wait(), and move work that blocks into a step (AGT4014).");

    public static DeadlineExceededException OfSlice(string component, string? step) => new(step is null
        ? $"workflow {component} waited for work outside its steps until the deadline of its budget, and had recorded nothing. Move the work into a step, or give it more time."
        : $"step '{step}' of workflow {component} needs more time than the budget gives, and nothing else was recorded. Give it more time, or divide it into smaller steps.");
}
