namespace Agnt5.Primitives;

/// <summary>Reads integers by the wire's definition: a JSON number without a fraction, in any notation (<c>14</c>, <c>14.0</c>, <c>1.4e1</c>), that a double holds exactly.</summary>
internal static class WholeNumber
{
    private const double Largest = 9007199254740991;

    public static long? From(double number) => double.IsInteger(number) && Math.Abs(number) <= Largest ? (long)number : null;
}
