public static class Triggers
{
    [Workflow]
    [OnEvent("order.created", {|AGT3010:BatchWindowMs = 250|})]
    [OnWebhook("github", "issues.opened", Id = "a", {|AGT3010:BatchWindowMs = 1|})]
    public static void Gathered() { }

    // Near misses.
    [Workflow, OnEvent("order.created"), OnEvent("order.changed", Delay = "5s")]
    public static void OneByOne() { }

    [Workflow, OnEvent("order.created", {|AGT3002:BatchWindowMs = 0|})]
    public static void OutOfRange() { }

    [{|AGT1013:OnEvent("order.created", BatchWindowMs = 250)|}]
    public static void NoComponent() { }
}
