using System.Text.Json.Serialization;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Transfer), "transfer")]
public abstract record Payment(decimal Amount);

public sealed record Card(decimal Amount, string Number) : Payment(Amount);

public record Transfer(decimal Amount, string Iban) : Payment(Amount);

public sealed record {|AGT2012:Voucher|}(decimal Amount, string Code) : Payment(Amount);

public sealed record {|AGT2012:Instant|}(decimal Amount, string Iban, DateTimeOffset At) : Transfer(Amount, Iban);

public abstract record Deferred(decimal Amount) : Payment(Amount);

public sealed record {|AGT2012:Invoice|}(decimal Amount, DateOnly Due) : Deferred(Amount);

[JsonDerivedType(typeof(Mail), "mail")]
public interface INotice;

public sealed record Mail(string To) : INotice;

public readonly record struct {|AGT2012:Push|}(string Device) : INotice;

// Written as the base type, because that says so.
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(Oak), "oak")]
public class Tree
{
    public string Name { get; set; } = "";
}

public sealed class Oak : Tree;

public sealed class Elm : Tree;

// No component uses it.
[JsonDerivedType(typeof(Cat), "cat")]
public abstract class Animal;

public sealed class Cat : Animal;

public sealed class Dog : Animal;

[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Memo), "memo")]
public class Note
{
    public string Text { get; set; } = "";
}

public sealed class Memo : Note;

public sealed record Order(string Id, List<Payment> Payments);

public static class Orders
{
    [Function]
    public static Order Pay(Order order) => order;

    [Function]
    public static Tree Grow(Note note) => new Elm { Name = note.Text };

    [Workflow]
    public static async Task Notify(WorkflowContext context) => await context.StepAsync<INotice>("notify", () => new Mail("a"));
}
