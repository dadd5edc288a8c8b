namespace Agnt5.Benchmarks.Types;

/// <summary>Puts the types on the wire, both ways.</summary>
public static class Components
{
    [Function]
    public static Charge Charge(Charge charge) => charge;

    [Function]
    public static Order Order(Order order) => order;

    [Function]
    public static Settings Settings(Settings settings) => settings;

    [Function]
    public static Line[] Lines([Input] Line[] lines) => lines;

    [Function]
    public static Scalars Scalars(Scalars scalars) => scalars;

    [Function]
    public static Choices Choices(Choices choices) => choices;
}
