using Tries = Agnt5.RetriesAttribute;

[assembly: Retries(3)]
[assembly: Standard]

[Retries(2), Throttle(5, PeriodMs = 1000)]
public sealed class StandardAttribute : Attribute;

[Standard, Debounce(1)]
public abstract class AroundAttribute : Attribute;

public sealed class StricterAttribute : AroundAttribute;

public sealed class UnrelatedAttribute : Attribute;

[{|AGT1013:Retries(2)|}, Serializable]
public class Orders
{
    [{|AGT1013:Retries(2)|}, {|AGT1013:OnEvent("a")|}]
    [{|AGT1013:Cron("0 3 * * *")|}]
    public static void NoComponent() { }

    [{|AGT1013:Tries(2)|}]
    private static void Alias() { }

    [{|AGT1013:Standard|}, Unrelated]
    public static void Wears() { }

    /// <summary>Looks.</summary>
    [Tool, {|AGT1013:OnEvent("a")|}, {|AGT1013:Standard|}, {|AGT1013:Retries(1)|}]
    public static void Tool() { }

    [Function, {|AGT1013:OnEvent("a")|}, {|AGT1013:OnWebhook("slack", "b")|}, Retries(1)]
    public static void Function() { }

    [Workflow, OnEvent("a"), OnEvent("b"), OnWebhook("slack", "b"), Cron("0 3 * * *"), Retries(1), Standard]
    public static void Workflow() { }

    [Function, Standard, Unrelated]
    public static void WornByFunction() { }

    [Workflow, Stricter]
    public static void NotInherited() { }

    public static int Accessor
    {
        [{|AGT1013:Priority(1)|}]
        get => 1;
    }

    [{|AGT1013:Idempotency|}]
    public static Orders operator +(Orders left, Orders right) => left;

    public static void Nested()
    {
        [{|AGT1013:Singleton|}]
        static void Local() { }

        [Unrelated]
        static void Other() { }

        Action lambda = [{|AGT1013:Standard|}] () => { };
        Action plain = [Unrelated] () => Local();
        Other();
        lambda();
        plain();
    }
}

[{|AGT1013:Standard|}]
public sealed record Wearer;

public static partial class Halves
{
    [{|AGT1013:Debounce(1)|}]
    static partial void Neither();
}

public static partial class Halves
{
    static partial void Neither() { }

    [Workflow]
    static internal partial void Both();
}

public static partial class Halves
{
    [Retries(2)]
    static internal partial void Both() { }
}

public interface IOrders
{
    [{|AGT1013:Concurrency(1)|}]
    void Ship();
}

public static class Agents
{
    [Agent, {|AGT1013:Retries(2)|}, {|AGT1013:OnEvent("a")|}]
    public static string Answer(string message) => message;
}
