using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Agnt5.Generators.Tests.Harness;
using Xunit.Abstractions;

namespace Agnt5.Generators.Tests;

/// <summary>Keys that a caller chose so that .NET's own hash codes of them collide: a dictionary or set hashes them with other codes, or refuses them.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class CollidingKeyTests(ITestOutputHelper output)
{
    private const int Many = 2_000;

    // To compare each with all others takes about a second.
    private const int Measured = 40_000;

    // Each writes the key with a number as JSON. All keys of one kind have one hash code, or a few.
    private static readonly Dictionary<string, Func<long, string>> Kinds = new()
    {
        ["long"] = static n => Text(Twice(n)),
        ["ulong"] = static n => Text(Twice(n)),
        ["decimal"] = static n => Text(Twice(n)),
        ["double"] = static n => BitConverter.Int64BitsToDouble(Twice(0x4000_0000 | n)).ToString("R", CultureInfo.InvariantCulture),
        ["Guid"] = static n => $"\"{new Guid((int)n, 0, 0, BitConverter.GetBytes(n))}\"",
        ["Int128"] = static n => Text(Twice(n)),
        ["DateTime"] = static n => $"\"{new DateTime(Twice(n)):O}\"",
        ["DateTimeOffset"] = static n => $"\"{new DateTimeOffset(Twice(n), TimeSpan.Zero):O}\"",
        ["TimeSpan"] = static n => $"\"{new TimeSpan(Twice(n)):c}\"",
        ["Version"] = static n => $"\"{n * 16}.0\"",
        ["long?"] = static n => Text(Twice(n)),
        ["(long Id, string Name)"] = static n => $$"""{"id":{{Twice(n)}},"name":"same"}""",
        ["Point"] = static n => $$"""{"x":{{Twice(n)}},"y":1}""",
        ["Place"] = static n => $$"""{"name":"same","x":{{Twice(n)}}}""",
        ["Line"] = static n => $$"""{"from":{"x":{{Twice(n)}},"y":1},"to":null}""",
        ["Shape"] = static n => $$"""{"$type":"circle","radius":{{Twice(n)}}}""",
    };

    // Each says how to get at the set or dictionary.
    private static readonly Dictionary<string, string> Hashed = new()
    {
        ["HashSet<K>"] = "items", ["ISet<K>"] = "(HashSet<K>)items", ["IReadOnlySet<K>"] = "(HashSet<K>)items",
        ["Dictionary<K, int>"] = "items", ["IDictionary<K, int>"] = "(Dictionary<K, int>)items", ["IReadOnlyDictionary<K, int>"] = "(Dictionary<K, int>)items",
        ["OrderedDictionary<K, int>"] = "items",
    };

    private static readonly string[] Ordered =
    [
        "ImmutableHashSet<K>", "IImmutableSet<K>", "FrozenSet<K>", "ImmutableDictionary<K, int>", "IImmutableDictionary<K, int>", "FrozenDictionary<K, int>", "ConcurrentDictionary<K, int>",
    ];

    private static readonly (string Type, string Key)[] Spread =
        [.. Kinds.Keys.Select(static key => ("HashSet<K>", key)), .. Hashed.Keys.Skip(1).Select(static type => (type, "long")), ("Dictionary<K, int>", "Guid")];

    private static readonly (string Type, string Key)[] Counted =
    [
        .. Ordered.Select(static type => (type, "long")), ("ImmutableHashSet<K>", "Point"), ("FrozenSet<K>", "(long Id, string Name)"), ("ImmutableDictionary<K, int>", "Guid"),
        ("FrozenDictionary<K, int>", "DateTime"), ("ConcurrentDictionary<K, int>", "int"), ("HashSet<K>", "long"), ("Dictionary<K, int>", "Guid"), ("ReadOnlyDictionary<K, int>", "DateTime"),
        ("ImmutableSortedDictionary<K, int>", "long"), ("SortedList<K, int>", "long"),
    ];

    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest($$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Linq;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Agnt5;

        namespace My.App;

        public sealed record Point(long X, int Y);
        public readonly struct Place { public string Name { get; init; } public long X { get; init; } }
        public readonly record struct Line(Point From, Point? To);
        [JsonDerivedType(typeof(Circle), "circle")] public abstract record Shape;
        public sealed record Circle(long Radius) : Shape;
        public sealed class Filled { public HashSet<long> Ids { get; } = []; public Dictionary<long, int> Counts { get; } = []; public OrderedDictionary<long, int> Ranks { get; } = []; }
        public sealed class Populated { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public ConcurrentDictionary<short, int> Counts { get; } = new() { [1] = 1 }; }
        public sealed record Money(decimal Amount, double Rate, DateTime At);

        public static class Components
        {
        {{string.Concat(Counted.Select(Counting))}}
        {{string.Concat(Spread.Select(Spreading))}}
            [Function("filled")] public static int Filled(Filled filled) => filled.Ids.Count + filled.Counts.Count + filled.Ranks.Count;
            [Function("populated")] public static int Populated(Populated populated) => populated.Counts.Count;

            [Function("equal")]
            public static string Equal(
                HashSet<decimal> decimals, HashSet<double> doubles, HashSet<Money> monies, HashSet<long?> holes, FrozenSet<string> texts, HashSet<DateTime> times) =>
                $"{decimals.Count} {doubles.Count} {monies.Count} {holes.Count} {texts.Count} {times.Count} {decimals.Contains(1.000m)} {doubles.Contains(-0.0)} "
                    + $"{monies.Contains(new Money(2.00m, -0.0, new DateTime(2026, 1, 1)))} {holes.Contains(null)} {texts.Contains("a")} "
                    + $"{texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains("xb".AsSpan(1))} {decimals.SetEquals(new[] { 1m, 2m })}";

            [Function("order")]
            public static bool Order(
                List<long> given, ImmutableHashSet<long> immutable, FrozenSet<long> frozen, ImmutableDictionary<Guid, int> ids, FrozenDictionary<long, int> counts,
                ConcurrentDictionary<long, int> shared, HashSet<long> set) =>
                immutable.SequenceEqual(ImmutableHashSet.CreateRange(given)) && frozen.SequenceEqual(given.ToFrozenSet())
                    && ids.Keys.SequenceEqual(ImmutableDictionary.CreateRange(given.Select(key => KeyValuePair.Create(new Guid((int)key, 1, 2, new byte[8]), 1))).Keys)
                    && counts.Keys.SequenceEqual(given.ToFrozenDictionary(key => key).Keys)
                    && shared.Keys.SequenceEqual(new ConcurrentDictionary<long, int>(given.Select(key => KeyValuePair.Create(key, 1))).Keys)
                    && set.SequenceEqual(given);

            [Workflow("recorded")]
            public static async Task<int> Recorded(WorkflowContext ctx)
            {
                var made = await ctx.StepAsync("make", _ => Task.FromResult(new HashSet<long>()));
                var received = await ctx.WaitForSignalAsync<Dictionary<long, int>>("go");
                return made.Count + received.Count;
            }
        }
        """).Build());

    public static TheoryData<string, string> SpreadCases => Cases(Spread);

    public static TheoryData<string, string> OrderedCases => Cases(Counted.Where(static input => Ordered.Contains(input.Type) && input.Key != "int"));

    [Theory]
    [MemberData(nameof(SpreadCases))]
    public async Task Keys_that_collide_in_NET_do_not_collide(string type, string key)
    {
        var found = await Project.Value.OutputAsync("function", Name("spread", (type, key)), Input(type, key, Many));
        var counts = found!.Trim('"').Split(' ').Select(static text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        // A few of 2,000 random codes may be equal.
        Assert.True(counts[0] > Many - 10, found);
        Assert.True(counts[1] <= Many / 4, found);
    }

    [Theory]
    [MemberData(nameof(OrderedCases))]
    public async Task A_collection_whose_order_follows_the_hash_codes_refuses_keys_that_collide(string type, string key)
    {
        var refused = await Project.Value.InvokeAsync("function", Name("count", (type, key)), Input(type, key, Many));

        Assert.Equal("WORKERLESS_INPUT_INVALID", (string?)refused["error"]!["code"]);
        Assert.EndsWith("(keys that collide)", (string?)refused["error"]!["message"], StringComparison.Ordinal);
        // So few cost nothing.
        Assert.Equal("200", await Project.Value.OutputAsync("function", Name("count", (type, key)), Input(type, key, 200)));
    }

    [Fact]
    public async Task Such_a_collection_takes_many_keys_that_do_not_collide()
    {
        var keys = Enumerable.Range(1, Many).Select(static number => Text(number * 1_000_003L)).ToArray();
        foreach (var type in Ordered)
            Assert.Equal(Text(Many), await Project.Value.OutputAsync("function", Name("count", (type, "long")), Document(type, keys)));
    }

    [Fact]
    public async Task A_concurrent_dictionary_refuses_keys_that_share_its_places()
    {
        var places = new HashSet<int>().EnsureCapacity(20_000);
        var keys = Enumerable.Range(1, 20_000).Select(number => Text((long)number * places));
        var refused = await Project.Value.InvokeAsync("function", Name("count", ("ConcurrentDictionary<K, int>", "int")), Entries(keys));
        Assert.EndsWith("(keys that collide)", (string?)refused["error"]!["message"], StringComparison.Ordinal);

        // The check relies on it.
        var tables = typeof(ConcurrentDictionary<int, int>).GetField("_tables", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(new ConcurrentDictionary<int, int>(1, 20_000))!;
        var buckets = (Array)tables.GetType().GetField("_buckets", BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance)!.GetValue(tables)!;
        Assert.Equal(places, buckets.Length);
    }

    [Fact]
    public async Task The_order_of_every_collection_stays_what_it_is_in_NET()
    {
        long[] given = [7, 3, 31, 1L << 40, 62, -5, 1_000_003];
        var keys = given.Select(Text).ToArray();
        var ids = given.Select(static key => $"\"{new Guid((int)key, 1, 2, new byte[8])}\"");
        var array = $"[{string.Join(',', keys)}]";

        Assert.Equal("true", await Project.Value.OutputAsync(
            "function", "order", $$"""{"given":{{array}},"immutable":{{array}},"frozen":{{array}},"ids":{{Entries(ids)}},"counts":{{Entries(keys)}},"shared":{{Entries(keys)}},"set":{{array}}}"""));
    }

    [Theory]
    [InlineData("HashSet<K>", "long")]
    [InlineData("Dictionary<K, int>", "Guid")]
    [InlineData("ReadOnlyDictionary<K, int>", "DateTime")]
    [InlineData("ImmutableSortedDictionary<K, int>", "long")]
    [InlineData("SortedList<K, int>", "long")]
    [InlineData("ImmutableHashSet<K>", "long")]
    [InlineData("FrozenDictionary<K, int>", "long")]
    [InlineData("ConcurrentDictionary<K, int>", "long")]
    public async Task Keys_that_collide_in_NET_cost_no_more_than_others(string type, string key)
    {
        var (colliding, others) = (Input(type, key, Measured), Document(type, Others(key, Measured)));
        await MustCostTheSameAsync(InvokeAsync, colliding, others);

        async Task InvokeAsync(string input) => Assert.Equal(
            Ordered.Contains(type) && input == colliding ? "WORKERLESS_INPUT_INVALID" : null,
            (string?)(await Project.Value.InvokeAsync("function", Name("count", (type, key)), input))["error"]?["code"]);
    }

    [Fact]
    public async Task Results_of_steps_and_payloads_of_signals_with_such_keys_cost_no_more_than_others()
    {
        await MustCostTheSameAsync(InvokeAsync, Body(Keys("long", Measured)), Body(Others("long", Measured)));

        static async Task InvokeAsync(string body) => Assert.Equal(Text(2 * Measured), (await Project.Value.SendAsync("POST", "/agnt5/invoke", body))["output"]?.ToJsonString());

        static string Body(string[] keys) => $$"""
            {"component_type":"workflow","component_name":"recorded","input":{},
             "checkpoint":{"steps":{"make":[{{string.Join(',', keys)}}],"agnt5:signal:go:go":{{Entries(keys)}} } } }
            """;
    }

    [Theory]
    [InlineData("ids")]
    [InlineData("counts")]
    [InlineData("ranks")]
    public async Task A_member_without_a_setter_whose_own_comparer_they_would_slow_down_refuses_them(string member)
    {
        var type = member == "ids" ? "HashSet<K>" : "Dictionary<K, int>";
        var bad = await Project.Value.InvokeAsync("function", "filled", $$"""{"{{member}}":{{Input(type, "long", Many)}}}""");
        Assert.Equal("WORKERLESS_INPUT_INVALID", (string?)bad["error"]!["code"]);

        var others = Enumerable.Range(1, Many).Select(static number => Text(number * 1_000_003L));
        Assert.Equal(Text(Many), await Project.Value.OutputAsync("function", "filled", $$"""{"{{member}}":{{Document(type, others)}}}"""));
    }

    [Fact]
    public async Task A_concurrent_dictionary_that_is_populated_keeps_its_entries() =>
        Assert.Equal("2", await Project.Value.OutputAsync("function", "populated", """{"counts":{"2":2}}"""));

    [Fact]
    public async Task Keys_are_equal_where_they_are_equal_by_default() => Assert.Equal("\"2 1 1 2 2 1 True True True True True True True\"", await Project.Value.OutputAsync("function", "equal", """
        {"decimals":[1,1.0,1.00,2],"doubles":[0,-0.0,0e5],"monies":[{"amount":2,"rate":0,"at":"2026-01-01T00:00:00"},{"amount":2.0,"rate":-0.0,"at":"2026-01-01T00:00:00"}],
         "holes":[1,null,1],"texts":["a","b","a"],"times":["2026-01-01T00:00:00","2026-01-01T00:00:00Z"]}
        """));

    private static TheoryData<string, string> Cases(IEnumerable<(string Type, string Key)> inputs)
    {
        var cases = new TheoryData<string, string>();
        foreach (var (type, key) in inputs)
            cases.Add(type, key);
        return cases;
    }

    // The upper half and the lower half cancel each other out in the hash code of 64 bits.
    private static long Twice(long number) => (number << 32) | number;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Input(string type, string key, int count) => Document(type, Keys(key, count));

    private static string[] Keys(string key, int count) => [.. Enumerable.Range(1, count).Select(number => Kinds[key](number))];

    // Keys of the same length that do not collide.
    private static string[] Others(string key, int count) => [.. Enumerable.Range(1, count).Select(number => key switch
    {
        "Guid" => $"\"{new Guid(number, 1, 2, new byte[8])}\"",
        "DateTime" => $"\"{new DateTime(Twice(number) + number):O}\"",
        _ => Text(Twice(number) + (1_000_003L * number)),
    })];

    /// <summary>Checks that the processor time for one input is a small multiple of that for another, in the best of several attempts: other work can only add to it.</summary>
    private async Task MustCostTheSameAsync(Func<string, Task> run, string colliding, string others)
    {
        const int most = 10;
        var (ofColliding, ofOthers) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var attempts = 0; attempts < 2 || (ofColliding > most * ofOthers && attempts < 5); attempts++)
        {
            ofOthers = Least(ofOthers, await MeasureAsync(run, others));
            ofColliding = Least(ofColliding, await MeasureAsync(run, colliding));
        }

        var costs = string.Create(CultureInfo.InvariantCulture, $"{ofOthers.TotalMilliseconds:0.0} ms, and {ofColliding.TotalMilliseconds:0.0} ms for keys that collide");
        output.WriteLine(costs);
        Assert.True(ofColliding <= most * ofOthers, costs);
    }

    private static async Task<TimeSpan> MeasureAsync(Func<string, Task> run, string input)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        await run(input);
        return Environment.CpuUsage.TotalTime - before;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static string Document(string type, IEnumerable<string> keys) => IsDictionary(type) ? Entries(keys) : $"[{string.Join(',', keys)}]";

    private static string Entries(IEnumerable<string> keys) => $"{{{string.Join(',', keys.Select(static key => $"{(key[0] == '"' ? key : $"\"{key}\"")}:1"))}}}";

    private static string Counting((string Type, string Key) input, int index) =>
        $"[Function(\"{Name("count", input)}\")] public static int Count{index}([Input] {Of(input, input.Type)} items) => items.Count;\n";

    // How many hash codes the comparer gives to the keys, and how many .NET gives.
    private static string Spreading((string Type, string Key) input, int index) => $$"""
        [Function("{{Name("spread", input)}}")]
        public static string Spread{{index}}([Input] {{Of(input, input.Type)}} items)
        {
            var hashed = {{Of(input, Hashed[input.Type])}};
            var keys = hashed{{(IsDictionary(input.Type) ? ".Keys" : "")}};
            return $"{keys.Select(key => hashed.Comparer.GetHashCode(key!)).Distinct().Count()} {keys.Select(key => EqualityComparer<{{input.Key}}>.Default.GetHashCode(key!)).Distinct().Count()}";
        }

        """;

    private static string Of((string Type, string Key) input, string text) => text.Replace("K", input.Key, StringComparison.Ordinal);

    private static bool IsDictionary(string type) => type.EndsWith(", int>", StringComparison.Ordinal);

    private static string Name(string verb, (string Type, string Key) input) => $"{verb} {input.Type} of {input.Key}".Replace('<', ' ').Replace('>', ' ').Trim();
}

/// <summary>Tests that measure processor time: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
