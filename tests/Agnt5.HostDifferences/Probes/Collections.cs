using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Agnt5.HostDifferences.Probes;

/// <summary>The order in which collections give what is in them, with keys whose hash codes are the same everywhere.</summary>
internal static class Collections
{
    private static readonly int[] Numbers = [.. Values.Bits(200).Select(static bits => (int)(bits % 100_000))];

    public static void Add(Report report)
    {
        report.AddHash("order of Dictionary", After(new Dictionary<int, int>(Numbers.Distinct().Select(static number => KeyValuePair.Create(number, 1)))), static number => number);
        report.AddHash("order of HashSet", Numbers.ToHashSet(), static number => number);
        report.Add("order of HashSet after changes", () =>
        {
            var set = Numbers.ToHashSet();
            set.ExceptWith(Numbers.Take(50));
            set.UnionWith(Enumerable.Range(0, 30));
            set.TrimExcess();
            return set;
        });
        report.AddHash("order of ConcurrentDictionary", new ConcurrentDictionary<int, int>(Numbers.Distinct().Select(static number =>
            KeyValuePair.Create(number, 1))).Keys, static number => number);
        report.Add("order of a small ConcurrentDictionary", () => new ConcurrentDictionary<int, int>(Numbers.Take(12).Select(static number => KeyValuePair.Create(number, 1))).Keys);
        report.Add("order of ConcurrentDictionary that grew", () =>
        {
            var grown = new ConcurrentDictionary<int, int>();
            foreach (var number in Numbers)
                grown.TryAdd(number, 1);
            return grown.Keys;
        });
        report.Add("order of ConcurrentBag", () => new ConcurrentBag<int>(Numbers.Take(20)));
        report.Add("order of FrozenSet", () => Numbers.Take(40).ToFrozenSet());
        report.Add("order of FrozenDictionary", () => Numbers.Take(40).Distinct().ToFrozenDictionary(static number => number).Keys);
        report.Add("order of a frozen set of characters", () => "the quick brown fox".Distinct().Select(static letter => (int)letter).ToFrozenSet());
        report.Add("order of ImmutableHashSet", () => Numbers.Take(40).ToImmutableHashSet());
        report.Add("order of ImmutableDictionary", () => Numbers.Take(40).Distinct().ToImmutableDictionary(static number => number).Keys);
        report.Add("order of ImmutableHashSet of Guids", () => Enumerable.Range(0, 9).Select(static number => new Guid(number * 77, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).ToImmutableHashSet());
        report.Add("order of Hashtable", () => new System.Collections.Hashtable { [5] = 1, [3] = 1, [100] = 1, [77] = 1 }.Keys);
        report.Add("order of PriorityQueue with equal priorities", () =>
        {
            var queue = new PriorityQueue<int, int>(Numbers.Select(static (number, index) => (index, number % 3)));
            return Enumerable.Range(0, 60).Select(_ => queue.Dequeue());
        });
        report.Add("order of ToLookup", () => Numbers.Take(40).ToLookup(static number => number % 7).Select(static group => group.Key));
        report.Add("order of GroupBy", () => Numbers.Take(40).GroupBy(static number => number % 7).Select(static group => group.Key));
        report.Add("order of Except", () => Numbers.Take(40).Except(Numbers.Take(20)));
        report.Add("order of Union", () => Numbers.Take(20).Union(Numbers.Skip(10).Take(20)));
        report.Add("order of CountBy", () => Numbers.Take(40).CountBy(static number => number % 7).Select(static pair => pair.Key));
        report.Add("capacity of a grown list", () => new List<int>(Enumerable.Range(0, 100).Where(static number => number > 2)).Capacity);
    }

    private static Dictionary<int, int>.KeyCollection After(Dictionary<int, int> numbers)
    {
        foreach (var number in Numbers.Take(30))
            numbers.Remove(number);
        for (var number = 0; number < 20; number++)
            numbers[number] = number;
        return numbers.Keys;
    }
}
