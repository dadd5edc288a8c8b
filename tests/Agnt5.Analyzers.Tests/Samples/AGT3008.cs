public static class Triggers
{
    private const string Created = "order created";
    private const string Unknown = "paypal";

    [Workflow, OnEvent({|AGT3008:""|})] public static void Blank() { }
    [Workflow, OnEvent({|AGT3008:null!|})] public static void Null() { }
    [Workflow, OnEvent({|AGT3008:" order.created"|})] public static void Padded() { }
    [Workflow, OnEvent({|AGT3008:Created|})] public static void WhiteSpace() { }
    [Workflow, OnEvent({|AGT3008:eventName: "order..created"|})] public static void EmptyPart() { }
    [Workflow, OnEvent({|AGT3008:"order.created."|})] public static void Dot() { }
    [Workflow, OnEvent({|AGT3008:"order.*"|})] public static void Pattern() { }
    [Workflow, OnWebhook({|AGT3008:" "|}, {|AGT3008:"issues opened"|})] public static void Webhook() { }
    [Workflow, OnWebhook(eventName: "issues.opened", {|AGT3008:source: "git@hub"|})] public static void Swapped() { }
    [Workflow, OnWebhook({|AGT3008:null!|}, "opened")] public static void NullSource() { }
    [Workflow, OnWebhook({|AGT3008:Unknown|}, "paid")] public static void UnknownSource() { }
    [Workflow, OnWebhook({|AGT3008:"github "|}, "opened")] public static void PaddedSource() { }

    [Workflow]
    [OnEvent("a", Id = "first")]
    [OnEvent("b", {|AGT3008:Id = "first"|}), OnWebhook("slack", "d", {|AGT3008:Id = "first"|})]
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

    [Workflow, OnWebhook("standard", "a"), OnWebhook("Sentry", "a"), OnWebhook("STRIPE", "a"), OnWebhook("gitHub", "a"), OnWebhook("slack", "a")]
    public static void EverySource() { }

    [Workflow, OnEvent("paypal.paid")]
    public static void SourceOfAnEvent() { }

    [{|AGT1013:OnWebhook("paypal", "paid")|}]
    public static void WebhookOfNoComponent() { }

    [{|AGT1013:OnEvent("")|}]
    public static void NoComponent() { }
}
