using System.Text.Json.Serialization;

namespace Agnt5.TypeCorpus.Types;

[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Rectangle), "rectangle")]
public abstract record Figure(string Name);

public sealed record Circle(string Name, double Radius) : Figure(Name);

public sealed record Rectangle(string Name, double Width, double Height) : Figure(Name)
{
    public int Sides => 4;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CardPayment), 1)]
[JsonDerivedType(typeof(BankPayment), 2)]
[JsonDerivedType(typeof(CashPayment), -3)]
public interface IPayment
{
    decimal Amount { get; }
}

public sealed record CardPayment(decimal Amount, string Number, DateOnly Expires) : IPayment;

public sealed record BankPayment(decimal Amount, string Iban) : IPayment;

public sealed class CashPayment : IPayment
{
    public decimal Amount { get; set; }
}

// The base is a value of its own.
[JsonDerivedType(typeof(Notice), "base")]
[JsonDerivedType(typeof(UrgentNotice), "urgent")]
public class Notice
{
    public string Text { get; set; } = "";
}

public sealed class UrgentNotice : Notice
{
    public required int Level { get; init; }
}

// The base has no discriminator of its own.
[JsonDerivedType(typeof(SpecialOffer), "special")]
public class Offer
{
    public required decimal Price { get; init; }
}

public sealed class SpecialOffer : Offer
{
    public int Discount { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Leaf), "leaf")]
[JsonDerivedType(typeof(Sum), "sum")]
[JsonDerivedType(typeof(Negation), "negation")]
public abstract record Expression;

public sealed record Leaf(int Value) : Expression;

public sealed record Sum(List<Expression> Terms) : Expression;

public sealed record Negation(Expression Operand, Dictionary<string, Expression>? Notes = null) : Expression;

[JsonDerivedType(typeof(Success<string>), "success")]
[JsonDerivedType(typeof(Failure<string>), "failure")]
public abstract record Result<T>;

public sealed record Success<T>(T Value) : Result<T>;

public sealed record Failure<T>(string Message) : Result<T>;

[JsonDerivedType(typeof(Middle), "middle")]
[JsonDerivedType(typeof(Lowest), "lowest")]
public abstract class Highest
{
    public int A { get; set; }
}

public class Middle : Highest
{
    public int B { get; set; }
}

public sealed class Lowest : Middle
{
    public int C { get; set; }
}

public sealed record Drawing(Figure Main, Figure? Maybe, List<Figure> Figures, Dictionary<string, IPayment> Payments, Circle Plain);

public static class PolymorphismComponents
{
    [Workflow] public static Task<Figure> Figure(WorkflowContext run, [Input] Figure value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Circle> Circle(WorkflowContext run, [Input] Circle value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IPayment> Payment(WorkflowContext run, [Input] IPayment value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Notice> Notice(WorkflowContext run, [Input] Notice value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Offer> Offer(WorkflowContext run, [Input] Offer value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Expression> Expression(WorkflowContext run, [Input] Expression value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Result<string>> Result(WorkflowContext run, [Input] Result<string> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Highest> Highest(WorkflowContext run, [Input] Highest value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<IPayment>> Payments(WorkflowContext run, [Input] List<IPayment> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Drawing> Drawing(WorkflowContext run, [Input] Drawing value) => run.StepAsync("value", () => value);
}
