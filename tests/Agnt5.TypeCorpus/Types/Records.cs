namespace Agnt5.TypeCorpus.Types;

public sealed record Person(string Name, int Age);

public sealed record Nobody;

public sealed record Contact(string Name, string? Email, int? Age);

public sealed record Defaults(
    string Id,
    string Text = "a\"b\\ é",
    string? Note = null,
    int Count = -3,
    long Long = long.MaxValue,
    uint Unsigned = uint.MaxValue,
    double Ratio = 0.5,
    float Half = 0.25f,
    decimal Price = 12.50m,
    bool Flag = true,
    char Mark = '"',
    DayOfWeek Day = DayOfWeek.Friday,
    DayOfWeek? MaybeDay = DayOfWeek.Monday,
    int? Maybe = 3);

public sealed record StructDefaults(Guid Key = default, DateTime At = default, Point Point = default, TimeSpan? Span = default);

public sealed record WithBody(string Id)
{
    public int Count { get; init; } = 7;

    public required string Label { get; set; }

    public string Upper => Id.ToUpperInvariant();
}

public sealed record Uppercase(string ID, string URLPath, string IOStream, string a, string _b, string Été);

public record Animal(string Name);

public sealed record Dog(string Name, bool Barks) : Animal(Name);

public sealed record Loud(string Name, int Volume = 11) : Animal(Name.ToUpperInvariant());

public sealed record Address(string Street, string City);

public sealed record Customer(Address Home, Address? Work, Contact Contact);

public sealed record Redeclared(string Text)
{
    public string Text { get; init; } = Text.Trim();
}

public sealed record Copied
{
    public Copied(int left, int right) => (Left, Right) = (left, right);

    public int Left { get; init; }

    public int Right { get; init; }
}

public sealed record VeryManyParameters(
    int A, int B, int C, int D, int E, int F, int G, int H, int I, int J, int K, int L, int M, int N, int O, int P, int Q, int R, int S, int T, int U, int V,
    int W, int X, int Y, int Z);

public static class Outer
{
    public sealed record Inner(string Text);

    public static class Deeper
    {
        public sealed record Inner(int Number, Outer.Inner Other);
    }
}

public static class RecordComponents
{
    [Workflow] public static Task<Person> Person(WorkflowContext run, [Input] Person value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Nobody> Nobody(WorkflowContext run, [Input] Nobody value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Contact> Contact(WorkflowContext run, [Input] Contact value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Defaults> Defaults(WorkflowContext run, [Input] Defaults value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<StructDefaults> StructDefaults(WorkflowContext run, [Input] StructDefaults value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<WithBody> WithBody(WorkflowContext run, [Input] WithBody value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Uppercase> Uppercase(WorkflowContext run, [Input] Uppercase value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Animal> Animal(WorkflowContext run, [Input] Animal value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dog> Dog(WorkflowContext run, [Input] Dog value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Loud> Loud(WorkflowContext run, [Input] Loud value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Customer> Customer(WorkflowContext run, [Input] Customer value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Redeclared> Redeclared(WorkflowContext run, [Input] Redeclared value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Copied> Copied(WorkflowContext run, [Input] Copied value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<VeryManyParameters> VeryManyParameters(WorkflowContext run, [Input] VeryManyParameters value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Outer.Inner> Inner(WorkflowContext run, [Input] Outer.Inner value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Outer.Deeper.Inner> DeeperInner(WorkflowContext run, [Input] Outer.Deeper.Inner value) => run.StepAsync("value", () => value);
}
