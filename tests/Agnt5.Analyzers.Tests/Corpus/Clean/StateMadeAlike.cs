// Results of steps whose state comes back alike: made again of the same arguments, by code that runs around reading, or as a cache; and objects that are used and not changed.
using System.Text.Json.Serialization;

public sealed class Period
{
    private readonly int _length;

    [JsonConstructor]
    public Period(int start, int end)
    {
        Start = start;
        End = end;
        _length = end - start;
    }

    public Period(int start, TimeSpan length)
    {
        Start = start;
        End = start + (int)length.TotalDays;
        _length = (int)length.TotalDays;
    }

    public Period(Period other)
    {
        Start = other.Start;
        End = other.End;
        _length = other._length;
    }

    public int Start { get; }

    public int End { get; }

    public int Length => _length;
}

public sealed class Slug
{
    private static readonly string Suffix = "-page";

    public Slug(string title)
    {
        var trimmed = title.Trim();
        var lower = trimmed.ToLowerInvariant();
        Title = title;
        Text = lower + Suffix;
        Origin = Suffix;
    }

    public string Title { get; }

    public string Text { get; }

    public string Origin { get; }
}

public sealed class Basket : IJsonOnDeserialized
{
    private readonly Dictionary<string, int> _counts = [];

    public List<string> Skus { get; set; } = [];

    public int Kinds => _counts.Count;

    public void Take(string sku)
    {
        Skus.Add(sku);
        Count(sku);
    }

    void IJsonOnDeserialized.OnDeserialized()
    {
        foreach (var sku in Skus)
            Count(sku);
    }

    private void Count(string sku) => _counts[sku] = _counts.GetValueOrDefault(sku) + 1;
}

public sealed class Catalog
{
    private Dictionary<string, int> _index = [];

    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    private List<string>? _sorted;

    public List<string> Names { get; set; } = [];

    public int Indexed
    {
        get
        {
            if (_index.Count == 0)
                _index = Names.Select((name, at) => (name, at)).ToDictionary(one => one.name, one => one.at);
            return _index.Count;
        }
    }

    public string Label
    {
        get
        {
            foreach (var name in Names)
                _labels[name] = name.ToUpperInvariant();
            return string.Join(" ", _labels.Values);
        }
    }

    public IReadOnlyList<string> Sorted => _sorted ??= [.. Names.Order()];

    public void Add(string name)
    {
        Names.Add(name);
        _index = new();
        _labels.Clear();
        _sorted = null;
    }

    public void Remove(string name)
    {
        Names.Remove(name);
        _labels.Remove(name);
        _index = [];
    }
}

public sealed class NameCheck
{
    public int Longest { get; } = 20;

    public void Ensure(string name)
    {
        if (name.Length > Longest)
            throw new ArgumentException("The name is too long.", nameof(name));
    }
}

public sealed class Checked
{
    private readonly NameCheck _check = new();

    private readonly List<string> _columns = ["name", "value"];

    private readonly int[] _widths = [3, 4];

    public string Name { get; set; } = "";

    public int Longest => _check.Longest;

    public string Header => string.Join(",", _columns);

    public int Width => _widths.Sum();

    public void Rename(string name)
    {
        _check.Ensure(name);
        Name = name;
    }

    public void Print(TextWriter output) => _columns.ForEach(output.WriteLine);

    public void Copy(int[] widths)
    {
        _widths.CopyTo(widths, 0);
        _columns.TrimExcess();
        _columns.EnsureCapacity(10);
    }
}

public sealed class Bill
{
    internal decimal? CachedTotal;

    private DateTime _lastComputed;

    public List<decimal> Lines { get; set; } = [];

    public decimal Total => CachedTotal ??= Lines.Sum();

    public decimal Sum
    {
        get
        {
            _lastComputed = DateTime.UtcNow;
            return Lines.Sum();
        }
    }

    public bool IsOld(DateTime now) => now - _lastComputed > TimeSpan.FromDays(1);
}

public static class StateMadeAlike
{
    /// <summary>Keeps what comes back alike.</summary>
    [Workflow]
    public static async Task MakeAlike(WorkflowContext ctx, string id)
    {
        await ctx.StepAsync("period", () => new Period(1, 2));
        await ctx.StepAsync("slug", () => new Slug(id));
        await ctx.StepAsync("basket", () => new Basket());
        await ctx.StepAsync("catalog", () => new Catalog());
        await ctx.StepAsync("checked", () => new Checked());
        await ctx.StepAsync("bill", () => new Bill());
    }
}
