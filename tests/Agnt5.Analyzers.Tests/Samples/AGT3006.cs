using static Agnt5.SingletonMode;

public sealed record Order(string Id);

public static class Orders
{
    private const SingletonMode Replace = SingletonMode.Cancel;

    [Workflow, Singleton({|AGT3006:Mode = SingletonMode.Skip|}, KeyExpression = "input.id")]
    public static void Skipped(Order order) { }

    [Function, Singleton({|AGT3006:Mode = Replace|})]
    public static void Constant() { }

    [Function, Singleton({|AGT3006:Mode = Cancel|})]
    public static void Static() { }

    [Function, Singleton({|AGT3006:Mode = (SingletonMode)1|})]
    public static void Cast() { }

    // Near misses.
    [Function, Singleton(Mode = SingletonMode.Queue)]
    public static void Queued() { }

    [Function, Singleton]
    public static void Bare() { }

    [{|AGT1013:Singleton(Mode = SingletonMode.Cancel)|}]
    public static void NoComponent() { }
}

[Singleton({|AGT3006:Mode = SingletonMode.Cancel|})]
public sealed class LatestAttribute : Attribute;

public static class Shared
{
    [Function, Latest]
    public static void Carried() { }
}
