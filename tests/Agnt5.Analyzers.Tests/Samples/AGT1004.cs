public static unsafe partial class Orders
{
    [Function]
    public static void {|AGT1004:Generic|}<T>(T value) { }

    [Agent(Model = "test-model")]
    public static partial Task<T> {|AGT1004:GenericAgent|}<T>(AgentContext ctx, string message);

    [Agent]
    public static string InputBesideMarked([Input] string {|AGT1004:message|}, int count) => message;

    [Function]
    public static void ByReference(ref int {|AGT1004:count|}, in Guid {|AGT1004:id|}, out string {|AGT1004:text|}) => text = "";

    [Function]
    public static void RefReadOnly(ref readonly int {|AGT1004:count|}) { }

    [Function]
    public static void Pointers(int* {|AGT1004:pointer|}, int*[] {|AGT1004:pointers|}, delegate*<void> {|AGT1004:function|}) { }

    [Function]
    public static void Spans(ReadOnlySpan<char> {|AGT1004:text|}, params ReadOnlySpan<int> {|AGT1004:numbers|}) { }

    [Function]
    public static void {|AGT1004:ArgumentList|}(__arglist) { }

    [Function]
    [Obsolete("gone", error: true)]
    public static void {|AGT1004:Gone|}() { }

    [Function]
    [Obsolete("leaving")]
    public static void Leaving() { }

    [Function]
    public static void BesideInput([Input] string {|AGT1004:text|}, int count) { }

    [Function]
    public static void OnlyInput(FunctionContext context, [Input] string text, [FromServices] IServiceProvider services, CancellationToken token) { }

    [Workflow]
    public static void NothingStartsIt(TriggerEvent<string> {|AGT1004:changed|}, WebhookDelivery {|AGT1004:delivery|}) { }

    [Workflow, Cron("0 3 * * *")]
    public static void AScheduleStartsIt(WebhookDelivery {|AGT1004:delivery|}) { }

    [Function]
    public static void NoEventStartsAFunction(WebhookDelivery<string> {|AGT1004:delivery|}) { }

    [Workflow, OnEvent("order.changed")]
    public static void BesideAnEvent(TriggerEvent<string> {|AGT1004:changed|}, int count) { }

    [Workflow, OnEvent("order.changed")]
    public static void ADeliveryInAnEvent(TriggerEvent<WebhookDelivery> {|AGT1004:changed|}) { }

    [Workflow, OnEvent("order.changed")]
    public static void AnEventInAnEvent(TriggerEvent<TriggerEvent<string>> {|AGT1004:changed|}) { }

    [Workflow, OnWebhook("slack", "message")]
    public static void ADeliveryInADelivery(WebhookDelivery<WebhookDelivery> {|AGT1004:delivery|}) { }

    [Workflow, OnEvent("order.changed")]
    public static void EventsInAList([Input] List<TriggerEvent<string>> {|AGT1004:changed|}) { }

    [Workflow, OnEvent("order.changed")]
    public static void TriggersOfAnEvent(TriggerEvent<Dictionary<string, RunTrigger[]>> {|AGT1004:changed|}, [FromServices] IEnumerable<WebhookDelivery> kept) { }

    [Workflow, OnEvent("order.changed")]
    public static void ATrigger([Input] RunTrigger {|AGT1004:trigger|}) { }

    [Workflow, OnEvent("order.changed")]
    public static void AnEvent(WorkflowContext context, TriggerEvent<string> changed, [FromServices] IServiceProvider services) { }

    [Workflow, OnWebhook("slack", "message")]
    public static void ADelivery(WebhookDelivery delivery, string text, int count = 1) { }

    [Workflow, OnWebhook("slack", "message")]
    public static void ADeliveryWithItsPayload(WebhookDelivery<string> delivery) { }

    [Function]
    public static void Plain(string id, int count = 1, params string[] names) { }

    public static string Property
    {
        [Function]
        {|AGT1004:get|} => "";
    }

    public static void Surrounding()
    {
        [Function]
        static void {|AGT1004:Local|}() { }

        Action lambda = [{|AGT1004:Function|}] () => Local();
        lambda();
    }
}

public class Box<T>
{
    [Function]
    public static void {|AGT1004:InGenericClass|}() { }

    public class Inner
    {
        [Function]
        public void {|AGT1004:InClassInsideGenericClass|}() { }
    }
}

public interface IOrders
{
    [Function]
    static abstract void {|AGT1004:WithoutBody|}();

    [Function]
    static void WithBody() { }
}
