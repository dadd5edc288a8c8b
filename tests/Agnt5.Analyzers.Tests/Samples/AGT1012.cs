public static class Tools
{
    /// <summary>Looks up an order.</summary>
    [Tool]
    public static void LookupOrder() { }

    [Tool("both", Description = "Both.")]
    public static void ToolOfBoth() { }
}

public static partial class Agents
{
    private const string Everything = "lookup_order";

    /// <summary>Answers.</summary>
    [Agent(Model = "test-model", Tools = [nameof(Refund), "lookup_order", "triage", nameof(Triage2Async), "both"], Handoffs = [nameof(Triage), "both"])]
    public static partial Task<string> Support(AgentContext ctx, string message);

    /// <summary>Judges.</summary>
    [Agent(Tools = new[] { Everything, {|AGT1012:"order_lookup"|} }, Handoffs = new string[] { {|AGT1012:"suport"|} })]
    public static string Triage(string message) => message;

    /// <summary>Judges again.</summary>
    [Agent("triage_again", Tools = [{|AGT1012:nameof(Tools.LookupOrder)|}, {|AGT1012:nameof(NoTool)|}, {|AGT1012:"ship"|}, {|AGT1012:"triage_again"|}, {|AGT1012:""|}, {|AGT1012:null!|}])]
    public static string Triage2Async(string message) => message;

    [Agent(Handoffs = [{|AGT1012:nameof(Refund)|}, {|AGT1012:"lookup_order"|}, "triage", {|AGT1012:nameof(Triage)|}, {|AGT1012:nameof(HandsOver)|}, {|AGT1012:"nobody"|}])]
    public static string HandsOver(string message) => message;

    /// <summary>The tool of the name comes first.</summary>
    [Agent("both", Tools = ["both", "refund", {|AGT1012:nameof(Refund)|}])]
    public static string AgentOfBoth(string message) => message;

    /// <summary>Tools that nobody has to write.</summary>
    [Agent(Tools = [AgentTools.AskUser, AgentTools.RequestApproval, {|AGT1012:"ask_users"|}, {|AGT1012:AgentTools.AskUser|}], Handoffs = [{|AGT1012:AgentTools.AskUser|}])]
    public static string AsksPeople(string message) => message;

    [Agent(Tools = [], Handoffs = null!)]
    public static string Alone(string message) => message;

    [Tool(Description = "Gives money back.")]
    public static void Refund() { }

    [Workflow]
    public static void Ship() { }

    [Agent(Tools = ["broken"])]
    public static string NamesWhatIsBroken(string message) => message;

    [Tool("broken", Description = "Breaks.")]
    public static async {|AGT1005:void|} Broken() => await Task.Yield();

    [Agent(Tools = [{|AGT1012:nameof(Look)|}, "look_twice"])]
    public static string NamesOverloads(string message) => message;

    [Tool(Description = "Looks.")]
    public static void Look() { }

    [Tool("look_twice", Description = "Looks twice.")]
    public static void Look(CancellationToken token) { }

    public static void NoTool() { }
}
