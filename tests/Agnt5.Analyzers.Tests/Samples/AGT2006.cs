using System.Text.Json.Serialization;

public abstract class Shape
{
    public string Name { get; set; } = "";
}

public interface IMessage
{
    string To { get; }
}

public sealed record Email(string To, string Text) : IMessage;

public sealed record Thread(List<IMessage?> Messages);

[JsonDerivedType(typeof(Card), "card")]
public abstract record Payment(decimal Amount);

public sealed record Card(decimal Amount, string Number) : Payment(Amount);

[JsonDerivedType(typeof(Audit))]
public interface IEntry;

public sealed record Audit(string By) : IEntry;

public class Animal
{
    public string Name { get; set; } = "";
}

public sealed class Dog : Animal;

public static class Orders
{
    [Function]
    public static {|AGT2006:Shape|} Abstract() => throw new NotImplementedException();

    [Function]
    public static {|AGT2006:Task<IMessage?>|} Interface() => throw new NotImplementedException();

    [Function]
    public static {|AGT2006:IAsyncEnumerable<Thread>|} DeepInside() => throw new NotImplementedException();

    [Tool(Description = "Looks.")]
    public static {|AGT2006:Dictionary<string, (Shape Shape, int Count)>|} InATuple() => [];

    [Function]
    public static {|AGT2006:Shape|} OneFindingEach(IMessage {|AGT1017:message|}) => throw new NotImplementedException();

    [Workflow]
    public static async Task Emits(WorkflowContext context, Shape[] {|AGT2004:read|})
    {
        await context.{|AGT2006:EmitAsync<IMessage>|}("sent", new Email("a", "b"));
        await context.EmitAsync("sent", new Email("a", "b"));
        await context.{|AGT2004:StepAsync<IMessage>|}("sent", () => new Email("a", "b"));
    }

    [Function]
    public static Payment Declared(Payment payment) => payment;

    [Function]
    public static IEntry WrittenOnly() => new Audit("me");

    [Function]
    public static Animal NotAbstract() => new Dog();

    [Function]
    public static IReadOnlyList<int> Collection(IEnumerable<int> numbers) => [.. numbers];
}
