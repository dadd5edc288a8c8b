
public sealed class Orders
{
    [Workflow]
    public async Task Authorize(WorkflowContext context, string id)
    {
        await context.{|AGT2009:StepAsync|}("anonymous", () => new { id, Amount = 1 });
        await context.{|AGT2009:StepAsync|}("private", () => new List<Hold>());
        await context.{|AGT2009:StepAsync|}("file-local", () => new Local(id));
        await context.{|AGT2009:EmitAsync|}("anonymous", new { id });
        await context.{|AGT2009:WaitForSignalAsync<Hold>|}("private");
        await context.{|AGT2009:StepAsync|}("in a tuple", () => (id, new Hold(id)));
        await context.{|AGT2009:StepAsync|}("as a key", () => new Dictionary<Level, int>());
        await context.{|AGT2009:StepAsync|}("derived", () => new Payment());
        await context.StepAsync("internal", () => new Shared(id, null));
    }

    [Function]
    public static void InternalInput(string id) { }

    private enum Level { Low, High }

    [System.Text.Json.Serialization.JsonDerivedType(typeof(Card), "card")]
    internal class Payment;

    private sealed class Card : Payment;

    private sealed record Hold(string Id);

    internal sealed record Shared(string Id, Shared? Next)
    {
        private Hold? Hidden { get; init; }
    }
}

file sealed record Local(string Id);
