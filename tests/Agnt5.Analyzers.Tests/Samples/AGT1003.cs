public static class Orders
{
    [Workflow("approve")]
    public static void ApproveOrder() { }

    [Workflow]
    public static void {|AGT1003:Approve|}() { }

    [Function]
    public static void Approve(string id) { }

    [Agent]
    public static string Approve(string message, int count) => message;

    [Workflow("Approve")]
    public static void OtherCase() { }
}

public static partial class Agents
{
    [Agent("desk", Model = "test-model")]
    public static partial Task<string> Answer(AgentContext ctx, string message);

    [Agent(Model = "test-model")]
    public static partial Task<string> {|AGT1003:Desk|}(AgentContext ctx, string message);
}

public static class Returns
{
    [Workflow]
    public static Task {|AGT1003:ApproveAsync|}() => Task.CompletedTask;
}
