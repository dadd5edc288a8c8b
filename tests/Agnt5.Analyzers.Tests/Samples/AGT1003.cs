public static class Orders
{
    [Workflow("approve")]
    public static void ApproveOrder() { }

    [Workflow]
    public static void {|AGT1003:Approve|}() { }

    [Function]
    public static void Approve(string id) { }

    [Workflow("Approve")]
    public static void OtherCase() { }
}

public static class Returns
{
    [Workflow]
    public static Task {|AGT1003:ApproveAsync|}() => Task.CompletedTask;
}
