public static class Orders
{
    private const int None = 0;

    [Workflow({|AGT3002:MaxConcurrency = 0|})]
    public static void Zero() { }

    [Function("negative", Priority = -1, {|AGT3002:MaxConcurrency = -2|})]
    public static void Negative() { }

    [Tool(Description = "Looks.", MaxConcurrency = 1)]
    public static void One() { }

    [Function(Priority = 0)]
    public static void NotWritten() { }

    [Workflow]
    [Retries({|AGT3002:None|}, {|AGT3002:InitialIntervalMs = -1|}, {|AGT3002:MaxIntervalMs = 0|}, {|AGT3002:Multiplier = 0.5|}, {|AGT3002:Backoff = (BackoffKind)3|})]
    [Concurrency({|AGT3002:0|}, {|AGT3002:Scope = (ConcurrencyScope)(-1)|}, Key = "")]
    [Throttle({|AGT3002:limit: 0|}, {|AGT3002:PeriodMs = 0|})]
    [RateLimit({|AGT3002:-5|}, {|AGT3002:WindowMs = -1|})]
    [Debounce({|AGT3002:0|})]
    [Priority({|AGT3002:(PriorityLevel)9|})]
    [Singleton({|AGT3002:Mode = (SingletonMode)9|})]
    [Idempotency({|AGT3002:TtlMs = 0|})]
    public static void EveryPolicy() { }

    [Function, Retries({|AGT3002:101|}, {|AGT3002:Multiplier = double.NaN|})]
    public static void TooOften() { }

    [Function, Retries(1, {|AGT3002:Multiplier = double.PositiveInfinity|})]
    public static void Endless() { }

    [Function, {|AGT3002:Throttle(1)|}, {|AGT3002:RateLimit(1, Key = "a")|}]
    public static void NoPeriod() { }

    [Workflow, Throttle(1, PeriodMs = 1, {|AGT3002:WindowMs = 1|}), RateLimit(1, {|AGT3002:WindowMs = 1|}, PeriodMs = 2)]
    public static void TwoPeriods() { }

    [Workflow]
    [Retries(100, InitialIntervalMs = 0, MaxIntervalMs = 1, Multiplier = 1, Backoff = BackoffKind.Exponential)]
    [Concurrency(1, Scope = ConcurrencyScope.Custom, Key = "a")]
    [Throttle(1, PeriodMs = 1)]
    [RateLimit(1, WindowMs = long.MaxValue)]
    [Debounce(1)]
    [Priority(PriorityLevel.Batch)]
    [Singleton]
    [Idempotency(TtlMs = 1)]
    public static void InRange() { }

    [Function, Priority(int.MinValue)]
    public static void AnyNumber() { }

    [Agent({|AGT3002:MaxIterations = 0|}, {|AGT3002:Temperature = 2.1|}, {|AGT3002:MaxOutputTokens = 0|},
        {|AGT3002:MaxTurnTokens = -1|}, {|AGT3002:MaxToolCalls = 0|}, {|AGT3002:MaxHistoryMessages = 1|})]
    public static string Agent(string message) => message;

    [Agent({|AGT3002:MaxIterations = 1001|}, {|AGT3002:Temperature = -0.1|}, {|AGT3002:ToolErrors = (ToolErrorHandling)2|}, {|AGT3002:MaxConcurrency = 0|})]
    public static string OtherAgent(string message) => message;

    [Agent({|AGT3002:Temperature = double.NaN|}, Tools = null!, MaxTurnTokens = long.MaxValue)]
    public static string OddAgent(string message) => message;

    [Agent(MaxIterations = 1000, Temperature = 0, MaxOutputTokens = 1, MaxTurnTokens = 1, MaxToolCalls = 1, MaxHistoryMessages = 2, ToolErrors = ToolErrorHandling.FailTurn)]
    public static string AgentInRange(string message) => message;

    [{|AGT1013:Throttle(0)|}]
    public static void NoComponent() { }
}

[Retries({|AGT3002:0|}), {|AGT3002:Throttle(1)|}]
public sealed class HastyAttribute : Attribute;

[Hasty, Retries(2)]
public sealed class HastierAttribute : Attribute;

[Debounce(1)]
public sealed class CalmAttribute : Attribute;

public static class Shared
{
    [Workflow, Hasty]
    public static void Carried() { }

    [Function, Hastier]
    public static void CarriedByCarrier() { }

    [Function, Hasty, Retries(1), Throttle(1, PeriodMs = 1)]
    public static void Replaced() { }

    [Function, Calm]
    public static void Good() { }
}
