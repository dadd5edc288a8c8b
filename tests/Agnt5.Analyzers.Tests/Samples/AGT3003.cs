public sealed record Order(string Id, string AccountId);

public static class Orders
{
    private const string Account = "input.accountId";

    [Workflow]
    [Concurrency(2, {|AGT3003:Key = "orders"|}, KeyExpression = "input.accountId")]
    [Singleton(KeyExpression = Account, {|AGT3003:Key = ""|})]
    public static void Twice(Order order) { }

    [Function]
    [Throttle(1, PeriodMs = 1, {|AGT3003:Key = nameof(Orders)|}, KeyExpression = "input.id"), RateLimit(1, WindowMs = 1, {|AGT3003:Key = "a"|}, KeyExpression = "input.id")]
    [Debounce(1, {|AGT3003:Key = "a"|}, KeyExpression = "input.id"), Idempotency({|AGT3003:Key = "a"|}, KeyExpression = "input.id")]
    public static void Everywhere(Order order) { }

    // Near misses.
    [Function, Concurrency(1, Key = "orders"), Singleton(KeyExpression = "input.id"), Debounce(1)]
    public static void Once(Order order) { }

    [Function, Concurrency(1, Key = null, KeyExpression = "input.id"), Singleton(Key = "a", KeyExpression = null)]
    public static void OneIsNull(Order order) { }

    [{|AGT1013:Concurrency(2, Key = "a", KeyExpression = "input.id")|}]
    public static void NoComponent(Order order) { }
}

[Concurrency(2, {|AGT3003:Key = "a"|}, KeyExpression = "input.id")]
public sealed class PerOrderAttribute : Attribute;

public static class Shared
{
    [Function, PerOrder]
    public static void Carried(Order order) { }
}
