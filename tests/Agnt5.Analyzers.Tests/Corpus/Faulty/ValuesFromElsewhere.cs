// Results of steps whose get-only members hold what is not made of the constructor's arguments, and collections behind a getter that are made with a comparer or capacity.
using System.Text.Json.Serialization;

public sealed class Ticked
{
    public Ticked(string value)
    {
        var now = Environment.TickCount64;
        Value = value;
        Ticks = now;
    }

    public string Value { get; }

    public long Ticks { get; }
}

public sealed class Placed
{
    public Placed(string value)
    {
        Value = value;
        Host = $"{value}@{Environment.MachineName}".Trim();
    }

    public string Value { get; }

    public string Host { get; }
}

public sealed class Suffixed(string value)
{
    public string Value { get; } = value;

    public string Id { get; } = value[..1] + Guid.NewGuid().ToString("N")[..4];
}

public sealed class Hashed(string value)
{
    public string Value { get; } = value;

    public int Hash { get; } = value.GetHashCode();
}

public static class Sequence
{
    private static int _last;

    public static int Next() => ++_last;

    public static string Region { get; set; } = "";
}

public sealed class Sequenced(string value)
{
    public string Value { get; } = value;

    public int Number { get; } = Sequence.Next();
}

public sealed class Regional(string value)
{
    public string Value { get; } = value;

    public string Region { get; } = Sequence.Region;
}

public sealed class CountedHere
{
    private static int _made;

    public CountedHere(string value)
    {
        Value = value;
        Number = Next();
    }

    public string Value { get; }

    public int Number { get; }

    private static int Next() => ++_made;
}

public sealed class Delegated
{
    [JsonConstructor]
    private Delegated()
        : this("default")
    {
    }

    public Delegated(string value) => Name = value.Trim();

    public string Name { get; }
}

public sealed class Home
{
    public string City { get; set; } = "";
}

public sealed class Customer(string value)
{
    public string Value { get; } = value;

    public Home Home { get; } = new();
}

public sealed class Buffered(int value)
{
    public int Value { get; } = value;

    public int[] Cells { get; } = new int[value];
}

public sealed class RequestHeaders
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string> Headers => _headers;
}

public sealed class Sized
{
    private readonly List<string> _lines;

    public Sized() => _lines = new List<string>(8);

    public List<string> Lines => _lines;
}

public sealed class SizedBy
{
    private readonly HashSet<string> _names;

    public SizedBy(int size)
    {
        Size = size;
        _names = new HashSet<string>(size, EqualityComparer<string>.Default);
    }

    public int Size { get; }

    public ISet<string> Names => _names;
}

public static class ValuesFromElsewhere
{
    /// <summary>Keeps what is not made of arguments.</summary>
    [Workflow]
    public static async Task MakeFromElsewhere(WorkflowContext ctx, string id)
    {
        await ctx.{|AGT2004:StepAsync|}("ticked", () => new Ticked(id));
        await ctx.{|AGT2004:StepAsync|}("placed", () => new Placed(id));
        await ctx.{|AGT2004:StepAsync|}("suffixed", () => new Suffixed(id));
        await ctx.{|AGT2004:StepAsync|}("hashed", () => new Hashed(id));
        await ctx.{|AGT2004:StepAsync|}("sequenced", () => new Sequenced(id));
        await ctx.{|AGT2004:StepAsync|}("regional", () => new Regional(id));
        await ctx.{|AGT2004:StepAsync|}("counted", () => new CountedHere(id));
        await ctx.{|AGT2004:StepAsync|}("delegated", () => new Delegated(id));
        await ctx.{|AGT2004:StepAsync|}("customer", () => new Customer(id));
        await ctx.{|AGT2004:StepAsync|}("buffered", () => new Buffered(1));
        await ctx.{|AGT2004:StepAsync|}("headers", () => new RequestHeaders());
        await ctx.{|AGT2004:StepAsync|}("sized", () => new Sized());
        await ctx.{|AGT2004:StepAsync|}("sized by", () => new SizedBy(1));
    }
}
