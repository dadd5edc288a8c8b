using Alias = Agnt5.BatchAttribute;

public sealed record Order(string Id);

public static class Orders
{
    [Workflow]
    [{|AGT3001:Batch(MaxSize = 100, WindowMs = 5_000)|}]
    public static void Import(Order order) { }

    // Whatever else is wrong with it goes away with it.
    [Function, {|AGT3001:Batch(MaxSize = 0, WindowMs = -1, Key = "a", KeyExpression = "input.nothing")|}]
    public static void OneFinding(Order order) { }

    [Function]
    [Retries(2), {|AGT3001:Alias|}]
    public static void ByAlias() { }

    // Near misses.
    [Function, Priority(PriorityLevel.Batch)]
    public static void BatchPriority() { }

    [Function("batch")]
    public static void Batch() { }

    [{|AGT1013:Batch|}]
    public static void NoComponent() { }
}

[{|AGT3001:Batch(MaxSize = 10)|}]
public sealed class GatheredAttribute : Attribute;

public static class Shared
{
    [Workflow, Gathered]
    public static void Carried() { }
}
