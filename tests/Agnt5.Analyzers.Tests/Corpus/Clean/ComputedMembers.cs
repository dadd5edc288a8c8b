// Results of steps whose getters compute from what comes back, or from what every object of the class has alike.
using System.Collections.Immutable;
using System.Text.Json.Serialization;

public sealed record Item(string Sku, int Count, decimal Price)
{
    public decimal Total => Count * Price;

    public bool IsFree => Total == 0;

    public string Kind => "item";
}

public sealed class Order
{
    private static readonly string[] Known = ["new", "paid"];

    private const decimal Vat = 0.19m;

    private readonly string _prefix = "order";

    private readonly decimal[] _steps = [10, 100, 1000];

    private readonly object _gate = new();

    public string Id { get; set; } = "";

    public List<Item> Items { get; set; } = [];

    public decimal Net => Items.Sum(item => item.Total);

    public decimal Gross => Net * (1 + Vat);

    public string Label => $"{_prefix}:{Id}";

    public int Class => _steps.Count(step => Net >= step);

    public IReadOnlyList<string> States => Known;

    public int Count
    {
        get
        {
            lock (_gate)
                return Items.Count;
        }
    }
}

public sealed class Person
{
    private string? _full;

    private Lazy<string>? _initials;

    public string First { get; set; } = "";

    public string Last { get; set; } = "";

    public string Full => _full ??= First + " " + Last;

    public string Initials
    {
        get
        {
            _initials ??= new(() => $"{First[..1]}{Last[..1]}");
            return _initials.Value;
        }
    }

    public string Sorted => Join();

    private string Join() => $"{Last}, {First}";
}

public sealed class Address
{
    private string _city = "";

    private string? _line;

    public string City
    {
        get => _city;
        set
        {
            _city = value;
            _line = null;
        }
    }

    public string Street { get; set; } = "";

    public string Line => _line ??= $"{Street}, {_city}";

    public string Shouted => _city.ToUpperInvariant();

    public void Move(string city)
    {
        _city = city;
        _line = null;
    }
}

public sealed class Circle
{
    private readonly double _area;

    public Circle(double radius)
    {
        Radius = radius;
        _area = Math.PI * radius * radius;
    }

    public double Radius { get; }

    public double Area => _area;
}

public sealed class Box(int width, int height)
{
    private readonly int _area = width * height;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public int Area => _area;
}

public sealed class Crate(int width)
{
    public int Width => width;

    public int Double => width * 2;

    public string Kind { get; } = "crate";

    public void Widen() => width++;
}

public sealed class Price
{
    public Price(decimal net, decimal tax)
    {
        Net = net;
        Tax = tax;
        Gross = net + tax;
    }

    public decimal Net { get; }

    public decimal Tax { get; }

    public decimal Gross { get; }
}

public sealed class Team
{
    private readonly List<string> _members = [];

    public IReadOnlyList<string> Members
    {
        get => _members;
        init => _members = [.. value];
    }

    public int Size => _members.Count;

    public string? Lead => _members.FirstOrDefault();

    public void Join(string member) => _members.Add(member);
}

public sealed class Crew
{
    [JsonInclude]
    private List<string> _members = [];

    [JsonIgnore]
    public IReadOnlyList<string> Members => _members;

    public int Size => _members.Count;

    public void Join(string member) => _members.Add(member);
}

public sealed class Audit
{
    private readonly List<string> _trail = [];

    public string Id { get; set; } = "";

    [JsonIgnore]
    public IReadOnlyList<string> Trail => _trail;

    public void Add(string entry) => _trail.Add(entry);
}

public sealed class Basket
{
    private readonly List<string> _items = [];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public List<string> Items => _items;

    public int Count => _items.Count;
}

public sealed class Tags
{
    public List<string> All { get; } = [];

    public bool IsEmpty => All.Count == 0;
}

public sealed class Matrix
{
    private int[] _cells = [];

    public int Width { get; set; }

    public int[] Cells
    {
        get => _cells;
        set => Keep(value);
    }

    public int Height => Width == 0 ? 0 : _cells.Length / Width;

    private void Keep(int[] cells) => _cells = cells;
}

public sealed class Sum
{
    private int _left;
    private int _total;

    public int Left
    {
        get => _left;
        set
        {
            _left = value;
            _total = _left + Right;
        }
    }

    public int Right { get; init; }

    public int Total => _total;

    public void Shift(int by)
    {
        _left += by;
        _total = _left + Right;
    }
}

public abstract class Vehicle
{
    private static int _made;

    protected virtual string Noun => "vehicle";

    public string Plate { get; set; } = "";

    public string Title => $"{Noun} {Plate}";

    public string Made => _made.ToString();

    public static void Make() => _made++;
}

public sealed class Truck : Vehicle
{
    public int Tons { get; set; }

    protected override string Noun => "truck";

    public string Sign => Tons > 7 ? Title : Plate;
}

public readonly record struct Range(int Low, int High)
{
    public int Length => High - Low;

    public bool Contains(int value) => value >= Low && value <= High;
}

public sealed class Report
{
    private readonly ImmutableArray<string> _columns = ["name", "value"];

    private readonly Func<decimal, string> _format = static value => value.ToString("0.00");

    public decimal Value { get; set; }

    public ImmutableArray<string> Columns => _columns;

    public string Shown => _format(Value);

    public DateTime Now => DateTime.UtcNow;

    public string Name { get { var Value = "report"; return Value; } }
}

public sealed class Login
{
    private int _failures;

    public string User { get; set; } = "";

    public bool Knows(string user) => user == User && _failures++ < 3;
}

public static class ComputedMembers
{
    /// <summary>Keeps what comes back.</summary>
    [Workflow]
    public static async Task KeepState(WorkflowContext ctx, string id)
    {
        await ctx.StepAsync("item", () => new Item(id, 1, 2));
        await ctx.StepAsync("order", () => new Order { Id = id });
        await ctx.StepAsync("person", () => new Person { First = id, Last = id });
        await ctx.StepAsync("address", () => new Address { City = id });
        await ctx.StepAsync("circle", () => new Circle(2));
        await ctx.StepAsync("box", () => new Box(2, 3));
        await ctx.StepAsync("crate", () => new Crate(2));
        await ctx.StepAsync("price", () => new Price(2, 3));
        await ctx.StepAsync("team", () => new Team { Members = [id] });
        await ctx.StepAsync("crew", () => new Crew());
        await ctx.StepAsync("audit", () => new Audit { Id = id });
        await ctx.StepAsync("basket", () => new Basket());
        await ctx.StepAsync("tags", () => new Tags { All = { id } });
        await ctx.StepAsync("matrix", () => new Matrix { Width = 1, Cells = [1] });
        await ctx.StepAsync("sum", () => new Sum { Right = 1 });
        await ctx.StepAsync("truck", () => new Truck { Plate = id });
        await ctx.StepAsync("range", () => new Range(1, 2));
        await ctx.StepAsync("report", () => new Report { Value = 1 });
        await ctx.StepAsync("login", () => new Login { User = id });
    }
}
