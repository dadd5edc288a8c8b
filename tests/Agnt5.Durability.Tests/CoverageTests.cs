using Agnt5.Tests.Shared;

namespace Agnt5.Durability.Tests;

/// <summary>What the workflows here leave out is cut by nobody.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Every_durable_call_of_a_workflow_is_made_by_some_workflow_that_is_cut()
    {
        var missing = ContextCalls.Of(typeof(WorkflowContext)).Except(ContextCalls.MadeIn(typeof(CoverageTests).Assembly));

        Assert.True(!missing.Any(), $"No workflow calls {string.Join(", ", missing)}: add the call to one of the folder Workflows, or a new one to {nameof(Scenarios)}.");
    }
}
