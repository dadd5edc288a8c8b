public static class Triggers
{
    private const string Created = "order created";

    [Workflow, OnEvent({|AGT3008:""|})] public static void Blank() { }
    [Workflow, OnEvent({|AGT3008:null!|})] public static void Null() { }
    [Workflow, OnEvent({|AGT3008:" order.created"|})] public static void Padded() { }
    [Workflow, OnEvent({|AGT3008:Created|})] public static void WhiteSpace() { }
    [Workflow, OnEvent({|AGT3008:eventName: "order..created"|})] public static void EmptyPart() { }
    [Workflow, OnEvent({|AGT3008:"order.created."|})] public static void Dot() { }
    [Workflow, OnEvent({|AGT3008:"order.*"|})] public static void Pattern() { }
    [Workflow, OnWebhook({|AGT3008:" "|}, {|AGT3008:"issues opened"|})] public static void Webhook() { }
    [Workflow, OnWebhook(eventName: "issues.opened", {|AGT3008:source: "git@hub"|})] public static void Swapped() { }

    [Workflow]
    [OnEvent("a", Id = "first")]
    [OnEvent("b", {|AGT3008:Id = "first"|}), OnWebhook("c", "d", {|AGT3008:Id = "first"|})]
    public static void SameId() { }

    [Workflow, OnEvent("a", {|AGT3008:Id = " "|})]
    public static void BlankId() { }

    // Near misses.
    [Workflow, OnEvent("order.created", Id = "a"), OnEvent("order.created", Id = "A"), OnEvent("order.created"), OnEvent("order.created", Id = null)]
    public static void SameEvent() { }

    [Workflow, OnEvent("a"), OnEvent("Größe_1:2/3-4.五")]
    public static void Unusual() { }

    [Workflow, OnWebhook("GitHub", "issues.opened", Id = "a")]
    public static void OtherComponent() { }

    [{|AGT1013:OnEvent("")|}]
    public static void NoComponent() { }
}
