using System.Collections;
using System.Text.Json.Serialization;

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

[JsonDerivedType(typeof(Circle))]
public abstract class Undiscriminated;

public sealed class Circle : Undiscriminated;

[JsonDerivedType(typeof(Email), "email")]
public interface IMessage;

public sealed record Email(string To) : IMessage;

public sealed class TwoMarks
{
    [JsonConstructor]
    public TwoMarks() { }

    [JsonConstructor]
    public TwoMarks(string name) => Name = name;

    public string Name { get; set; } = "";
}

public sealed class Marked
{
    [JsonConstructor]
    private Marked(string name) => Name = name;

    public Marked() => Name = "";

    public string Name { get; }

    [JsonInclude]
    private int Count { get; set; }
}

public sealed class Feed : IEnumerable<int>
{
    public IEnumerator<int> GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class Half
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Name { get; set; }
}

public sealed class OneWay
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public string Name { get; set; } = "";
}

public sealed class Open(Dictionary<string, object>? rest)
{
    [JsonExtensionData]
    public Dictionary<string, object>? Rest { get; } = rest;
}

public sealed class Filled
{
    public List<string> Names { get; } = [];
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
    public static void Interface([Input] IShape {|AGT2004:shape|}) { }

    [Function]
    public static void Overloaded(TwoConstructors {|AGT2004:input|}) { }

    [Function]
    public static void Closed(PrivateConstructor {|AGT2004:input|}) { }

    [Function]
    public static void Unmatched(UnmatchedConstructor {|AGT2004:input|}) { }

    [Function]
    public static void WithoutDiscriminators(Undiscriminated {|AGT2004:input|}) { }

    [Function]
    public static void MarkedTwice(TwoMarks {|AGT2004:input|}) { }

    [Function]
    public static void OnlyEnumerated(Feed {|AGT2004:feed|}) { }

    [Function]
    public static void ExtensionDataInConstructor(Open {|AGT2004:open|}) { }

    [Function]
    public static Undiscriminated WrittenWithoutDiscriminators() => throw new NotImplementedException();

    [Function]
    public static Half HalfIsOneWay(Half half) => half;

    [Function]
    public static IMessage Declared(IMessage message, Marked marked, Filled filled) => message;

    [Function]
    public static PrivateConstructor? OnlyWritten() => null;

    [Function]
    public static LostData WrittenAndNeverRead() => new();

    [Function]
    public static Computed Computes(Computed computed) => computed;

    [Agent]
    public static LostData AgentThatWrites(string message) => throw new NotSupportedException(message);

    [Agent]
    public static async Task AgentThatReads(AgentContext context, Shape {|AGT2004:shape|})
    {
        await context.{|AGT2004:RunAsync<Shape>|}("draw");
        await context.{|AGT2004:RunAgentAsync<Shape>|}("artist", "draw");
    }

    [Workflow]
    public static async Task Steps(WorkflowContext context)
    {
        await context.{|AGT2004:StepAsync|}("lost", () => new LostData());
        await context.{|AGT2004:StepAsync|}("required or not", () => new Half { Name = null });
        await context.{|AGT2004:StepAsync|}("one way", () => new OneWay());
        await context.StepAsync("kept", () => new Computed(1, 2));
        await context.{|AGT2004:WaitForSignalAsync<Shape>|}("drawn");
        await context.EmitAsync("only written", new TwoConstructors("a"));
    }
}

public static partial class Agents
{
    [Agent(Model = "test-model")]
    public static partial {|AGT2004:Task<LostData>|} Ask(AgentContext ctx, string message);
}
