namespace Agnt5.Execution;

/// <summary>Runs one slice of a component: from its input to how it ended. Nothing that the component throws gets past here.</summary>
internal static class Slice
{
    public static async ValueTask<Outcome> RunAsync(Invocation invocation)
    {
        try
        {
            if (invocation.Component.Type == ComponentType.Workflow)
                return await new WorkflowSlice(invocation).RunAsync().ConfigureAwait(false);

            await invocation.Component.InvokeAsync(invocation).ConfigureAwait(false);
            return Outcome.Completed;
        }
        catch (Exception exception)
        {
            return Outcome.Failed(exception);
        }
    }
}
