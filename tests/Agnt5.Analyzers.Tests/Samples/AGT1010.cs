using System.ComponentModel;

public class Orders : ILookup
{
    [Tool]
    public static string {|AGT1010:Bare|}() => "";

    [Tool("named", RequiresConfirmation = true)]
    internal static Task {|AGT1010:NamedAsync|}() => Task.CompletedTask;

    // A remark is no description.
    [Tool]
    public static string {|AGT1010:Remark|}() => "";

    /// <returns>The order.</returns>
    /// <remarks>It is the newest.</remarks>
    [Tool]
    public static string {|AGT1010:NoSummary|}() => "";

    /// <summary> </summary>
    [Tool]
    public static string {|AGT1010:Blank|}() => "";

    /// <summary>Hidden by what the attribute says.</summary>
    [Tool(Description = " ")]
    public static string {|AGT1010:BlankProperty|}() => "";

    /// <inheritdoc/>
    [Tool]
    public string {|AGT1010:Nothing|}() => "";

    /// <summary>Looks up an order.</summary>
    [Tool]
    public static string Summary() => "";

    /** <summary>Looks up an order.</summary> */
    [Tool]
    public static string Block() => "";

    [Tool(Description = "Looks up an order.")]
    public static string Property() => "";

    [Tool, Description("Looks up an order.")]
    public static string Attribute() => "";

    /// <inheritdoc/>
    [Tool]
    public string Lookup() => "";

    [Function]
    public static string Function() => "";

    [Workflow]
    public static string Workflow() => "";
}

public static partial class Halves
{
    [Tool]
    public static partial string Described();

    /// <summary>Looks up an order.</summary>
    public static partial string Described() => "";

    [Tool]
    public static partial string {|AGT1010:Partial|}();

    public static partial string Partial() => "";
}

public interface ILookup
{
    /// <summary>Looks up an order.</summary>
    string Lookup();

    string Nothing();
}

public static partial class Agents
{
    [Agent(Model = "test-model", Tools = [nameof(Asked), nameof(Described), "both"], Handoffs = [nameof(Transferred), "both"])]
    public static partial Task<string> Desk(AgentContext ctx, string message);

    [Agent]
    public static string {|AGT1010:Asked|}(string message) => message;

    /// <summary> </summary>
    [Agent(Model = "test-model")]
    public static partial Task<string> {|AGT1010:Transferred|}(AgentContext ctx, string message);

    /// <summary>Answers.</summary>
    [Agent]
    public static string Described(string message) => message;

    [Tool("both")]
    public static string {|AGT1010:ToolOfBoth|}() => "";

    [Agent("both")]
    public static string {|AGT1010:HandedOverTo|}(string message) => message;
}
