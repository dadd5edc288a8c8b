namespace Agnt5.Shared;

/// <summary>Which component can have which trigger or policy: triggers go on workflows, flow control goes on workflows and functions.</summary>
internal static class PolicyKinds
{
    public static bool IsTrigger(PolicyKind kind) => kind is PolicyKind.OnEvent or PolicyKind.OnWebhook or PolicyKind.Cron;

    public static bool TakesFlowControl(ComponentKind component) => component is ComponentKind.Workflow or ComponentKind.Function;

    public static bool FitsOn(PolicyKind kind, ComponentKind component) =>
        IsTrigger(kind) ? component == ComponentKind.Workflow : TakesFlowControl(component);
}
