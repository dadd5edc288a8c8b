public sealed record Order(string Id, int Urgency);

public static class Orders
{
    private const string Urgency = "input.urgency";

    [Workflow, Priority({|AGT3005:Expression = Urgency|})]
    public static void ByInput(Order order) { }

    [Workflow, Priority(PriorityLevel.Normal, {|AGT3005:Expression = "input.urgency"|})]
    public static void Beside(Order order) { }

    [Function, {|AGT3005:Priority|}]
    public static void None() { }

    [Function, {|AGT3005:Priority(Expression = null)|}]
    public static void Null() { }

    // Near misses.
    [Function, Priority(PriorityLevel.Interactive)]
    public static void Level() { }

    [Function(Priority = 3), Priority(3, Expression = null)]
    public static void Number() { }

    [{|AGT1013:Priority(Expression = "input.urgency")|}]
    public static void NoComponent() { }
}

[Priority({|AGT3005:Expression = "input.urgency"|})]
public sealed class UrgentAttribute : Attribute;

public static class Shared
{
    [Function, Urgent]
    public static void Carried() { }
}
