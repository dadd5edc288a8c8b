public abstract class Shape
{
    public string Name { get; set; } = "";
}

public interface IShape
{
    string Name { get; }
}

public sealed class TwoConstructors
{
    public TwoConstructors(string name) => Name = name;

    public TwoConstructors(string name, string alias) => Name = name + alias;

    public string Name { get; }
}

public sealed class PrivateConstructor
{
    private PrivateConstructor() { }

    public string Name { get; set; } = "";
}

public sealed class UnmatchedConstructor(decimal amount, string provider)
{
    public decimal Amount { get; } = amount;

    public string Hold { get; } = provider;
}

public sealed class LostData
{
    public string Name { get; } = Guid.NewGuid().ToString();
}

public sealed record Computed(decimal Net, decimal Tax)
{
    public decimal Gross => Net + Tax;
}

public static class Orders
{
    [Function]
    public static void Abstract(Shape {|AGT2004:shape|}) { }

    [Function]
    public static void Interface(IShape {|AGT2004:shape|}) { }

    [Function]
    public static void Overloaded(TwoConstructors {|AGT2004:input|}) { }

    [Function]
    public static void Closed(PrivateConstructor {|AGT2004:input|}) { }

    [Function]
    public static void Unmatched(UnmatchedConstructor {|AGT2004:input|}) { }

    [Function]
    public static PrivateConstructor? OnlyWritten() => null;

    [Function]
    public static LostData WrittenAndNeverRead() => new();

    [Function]
    public static Computed Computes(Computed computed) => computed;

    [Workflow]
    public static async Task Steps(WorkflowContext context)
    {
        await context.{|AGT2004:StepAsync|}("lost", () => new LostData());
        await context.StepAsync("kept", () => new Computed(1, 2));
        await context.{|AGT2004:WaitForSignalAsync<Shape>|}("drawn");
        await context.EmitAsync("only written", new TwoConstructors("a"));
    }
}
