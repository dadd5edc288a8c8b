using System.Text.Json.Serialization;

namespace Agnt5.TypeCorpus.Types;

public struct Point
{
    public int X { get; set; }

    public int Y { get; init; }
}

public readonly struct Money
{
    public Money(decimal amount, string currency = "EUR")
    {
        Amount = amount;
        Currency = currency;
    }

    public decimal Amount { get; }

    public string Currency { get; }
}

public readonly struct MarkedMoney
{
    [JsonConstructor]
    public MarkedMoney(decimal amount, string currency)
    {
        Amount = amount;
        Currency = currency;
    }

    public decimal Amount { get; }

    public string Currency { get; }
}

public struct Counter
{
    public Counter() => Step = 4;

    public int Step { get; set; }

    public int Total { get; set; } = 9;
}

public struct WithConstructorAndSetters
{
    public WithConstructorAndSetters(int sum) => Left = sum;

    public int Left { get; set; }

    public int Right { get; set; }
}

public struct RequiredStruct
{
    public required string Name { get; init; }

    public required int Count { get; set; }
}

public record struct Pair(int Left, int Right);

public readonly record struct Coordinate(double Latitude, double Longitude, string? Label = "here");

public record struct PairWithBody(int Left)
{
    public string Note { get; set; } = "n";
}

public struct Cell<T>
    where T : IComparable<T>
{
    public Cell()
    {
    }

    public T? Content { get; init; } = default;

    public bool IsSet { readonly get; set; } = true;
}

public sealed record Structs(Point Point, Point? MaybePoint, Money Money, Money? MaybeMoney, Pair[] Pairs, List<Coordinate?> Coordinates, Dictionary<string, Counter> Counters);

public static class StructComponents
{
    [Workflow] public static Task<Point> Point(WorkflowContext run, [Input] Point value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Money> Money(WorkflowContext run, [Input] Money value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<MarkedMoney> MarkedMoney(WorkflowContext run, [Input] MarkedMoney value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Counter> Counter(WorkflowContext run, [Input] Counter value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<WithConstructorAndSetters> WithConstructorAndSetters(WorkflowContext run, [Input] WithConstructorAndSetters value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<RequiredStruct> RequiredStruct(WorkflowContext run, [Input] RequiredStruct value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Pair> Pair(WorkflowContext run, [Input] Pair value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Coordinate> Coordinate(WorkflowContext run, [Input] Coordinate value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<PairWithBody> PairWithBody(WorkflowContext run, [Input] PairWithBody value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Cell<string>> CellOfString(WorkflowContext run, [Input] Cell<string> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Cell<int>> CellOfInt(WorkflowContext run, [Input] Cell<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Structs> Structs(WorkflowContext run, [Input] Structs value) => run.StepAsync("value", () => value);
}
