public sealed record Order(string Id);

public static class Contradictions
{
    [Workflow, Retries(3, {|AGT3009:Multiplier = 2|}, Backoff = BackoffKind.Linear)]
    public static void Linear() { }

    [Function, Retries(3, Backoff = BackoffKind.Constant, {|AGT3009:Multiplier = 1.5|}, InitialIntervalMs = 500, {|AGT3009:MaxIntervalMs = 499|})]
    public static void Both() { }

    [Workflow({|AGT3009:MaxConcurrency = 3|}), Concurrency(2)]
    public static void TwoLimits() { }

    [Workflow({|AGT3009:MaxConcurrency = 3|}), Concurrency(2, Scope = ConcurrencyScope.Component)]
    public static void TwoLimitsOfTheComponent() { }

    [Function("two", {|AGT3009:Priority = 1|}), Priority(2)]
    public static void TwoPriorities() { }

    // Near misses.
    [Workflow(MaxConcurrency = 2, Priority = 2), Concurrency(2), Priority(2)]
    public static void Same() { }

    [Workflow(MaxConcurrency = 3), Concurrency(2, KeyExpression = "input.id"), Priority(PriorityLevel.Normal)]
    public static void Keyed(Order order) { }

    [Workflow(MaxConcurrency = 3), Concurrency(2, Key = "a")]
    public static void KeyedByText() { }

    [Workflow(MaxConcurrency = 3, Priority = 2), Concurrency(2, Scope = ConcurrencyScope.Project), Priority(PriorityLevel.Normal)]
    public static void OtherScope() { }

    [Workflow, Retries(3, Multiplier = 2, Backoff = BackoffKind.Exponential, InitialIntervalMs = 500, MaxIntervalMs = 500)]
    public static void Exponential() { }

    // What AGNT5 does where nothing is written is for it to say.
    [Workflow, Retries(3, Multiplier = 2, MaxIntervalMs = 1)]
    public static void NotWritten() { }

    [{|AGT1013:Retries(3, Multiplier = 2, Backoff = BackoffKind.Linear)|}]
    public static void NoComponent() { }
}

[Retries(3, {|AGT3009:Multiplier = 2|}, Backoff = BackoffKind.Linear)]
public sealed class PatientAttribute : Attribute;

public static class Shared
{
    [Function, Patient]
    public static void Carried() { }

    [Function({|AGT3009:Priority = 1|}), Urgent]
    public static void CarriedPriority() { }
}

[Priority(5)]
public sealed class UrgentAttribute : Attribute;
