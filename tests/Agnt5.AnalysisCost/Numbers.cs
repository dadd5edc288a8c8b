namespace Agnt5.AnalysisCost;

internal static class Numbers
{
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
