namespace Agnt5.HostDifferences.Probes;

/// <summary>The order of equal elements in sorts that do not promise one, and of NaN.</summary>
internal static class Sorting
{
    public static void Add(Report report)
    {
        foreach (var count in (int[])[5, 17, 100, 1000])
        {
            report.AddHash($"Array.Sort of {count} by a comparison", Sorted(count, static items => Array.Sort(items, static (left, right) =>
                left.Key.CompareTo(right.Key))), static item => item.Value);
            report.AddHash($"List.Sort of {count}", SortedList(count), static item => item.Value);
            report.AddHash($"Array.Sort of {count} keys and items", SortedPairs(count), static item => item);
            report.AddHash($"Span.Sort of {count}", Sorted(count, static items => items.AsSpan().Sort(static (left, right) => left.Key.CompareTo(right.Key))), static item => item.Value);
            report.AddHash($"OrderBy of {count}", Items(count).OrderBy(static item => item.Key), static item => item.Value);
            report.AddHash($"OrderByDescending of {count}", Items(count).OrderByDescending(static item => item.Key), static item => item.Value);
        }

        report.Add("Array.Sort with NaN", () => Sorted([1, Values.Double("NaN"), -0.0, 0, double.NegativeInfinity, Values.Double("NaN"), 3]));
        report.Add("OrderBy with NaN", () => ((double[])[1, Values.Double("NaN"), -0.0, 0, double.NegativeInfinity, 3]).Order());
        report.Add("Array.Sort by a comparison that contradicts itself", () =>
        {
            var numbers = Enumerable.Range(0, 40).ToArray();
            Array.Sort(numbers, static (left, right) => (left * 7 % 5) - (right * 3 % 4));
            return numbers;
        });
        report.Add("BinarySearch among equals", () => Array.BinarySearch([1, 2, 2, 2, 2, 2, 3], 2));
        report.Add("MinBy among equals", () => Items(20).MinBy(static item => item.Key).Value);
        report.Add("MaxBy among equals", () => Items(20).MaxBy(static item => item.Key).Value);
    }

    private static (int Key, int Value)[] Items(int count) => [.. Values.Bits(count).Select(static (bits, index) => ((int)(bits % 5), index))];

    private static (int Key, int Value)[] Sorted(int count, Action<(int Key, int Value)[]> sort)
    {
        var items = Items(count);
        sort(items);
        return items;
    }

    private static List<(int Key, int Value)> SortedList(int count)
    {
        var items = Items(count).ToList();
        items.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return items;
    }

    private static int[] SortedPairs(int count)
    {
        var (keys, values) = (Items(count).Select(static item => item.Key).ToArray(), Enumerable.Range(0, count).ToArray());
        Array.Sort(keys, values);
        return values;
    }

    private static double[] Sorted(double[] numbers)
    {
        Array.Sort(numbers);
        return numbers;
    }
}
