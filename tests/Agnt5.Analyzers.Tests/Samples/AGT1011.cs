using System.ComponentModel;

/// <summary>How urgent it is.</summary>
public enum Urgency { Low, High }

public enum Color { Red, Green }

/// <summary>Where to ship it.</summary>
public sealed record Address(string Street);

public sealed record Order(string Id);

public static class Orders
{
    /// <summary>Looks up an order.</summary>
    [Tool]
    public static string Bare(string {|AGT1011:id|}, int {|AGT1011:count|} = 3) => "";

    /// <summary>Looks up an order.</summary>
    /// <param name="id">The order's id.</param>
    /// <param name="region"> </param>
    [Tool]
    public static string Half(string id, string {|AGT1011:region|}, [Description("How many.")] int count, string[] {|AGT1011:tags|}) => "";

    /// <summary>Looks up an order.</summary>
    [Tool]
    public static string ByType(Urgency urgency, Urgency? other, Color {|AGT1011:color|}, Address address, Order {|AGT1011:order|}) => "";

    /// <summary>Looks up an order.</summary>
    [Tool]
    public static string Whole(Order order) => "";

    /// <summary>Looks up an order.</summary>
    [Tool]
    public static string Marked([Input] string id) => "";

    /// <summary>Looks up an order.</summary>
    /// <param name="id">The order's id.</param>
    [Tool]
    public static string NoInput(FunctionContext context, string id, [FromServices] Stream stream, CancellationToken token) => "";

    [Function]
    public static string Function(string id) => "";
}
