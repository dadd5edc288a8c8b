// Results of steps whose getters return state that no JSON brings back: domain classes as they are written before anybody thinks of a checkpoint.
using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json.Serialization;

public sealed class Cart
{
    private readonly List<string> _events = [];

    public string Id { get; set; } = "";

    public IReadOnlyList<string> Events => _events;

    public void Take(string sku) => _events.Add($"took {sku}");
}

public sealed class Ledger
{
    private readonly List<decimal> entries = new();

    public string Account { get; init; } = "";

    public IReadOnlyCollection<decimal> Entries { get { return entries; } }

    public void Post(decimal amount)
    {
        entries.Add(amount);
    }
}

public sealed class Playlist
{
    private readonly List<string> _tracks = new();

    public required string Name { get; init; }

    public ReadOnlyCollection<string> Tracks => _tracks.AsReadOnly();

    public bool Queue(string track)
    {
        if (_tracks.Contains(track))
            return false;
        _tracks.Add(track);
        return true;
    }
}

public sealed class Ballot
{
    private readonly HashSet<string> _voters = [];

    public string Question { get; set; } = "";

    public string[] Voters => _voters.ToArray();

    public bool Vote(string voter) => _voters.Add(voter);
}

public sealed class Shipment
{
    private string _status = "new";

    public string Id { get; set; } = "";

    public string Status => _status;

    public void Deliver() => _status = "delivered";
}

public sealed class Meter
{
    private int _ticks;

    public string Name { get; set; } = "";

    public int Ticks
    {
        get { return _ticks; }
    }

    public void Tick() => _ticks++;
}

public sealed class Timesheet
{
    private readonly Dictionary<string, double> _hours = [];

    public string Person { get; set; } = "";

    public double Total => _hours.Values.Sum();

    public void Book(string day, double hours) => _hours[day] = hours;
}

public sealed class Draft
{
    private readonly StringBuilder _text = new();

    public string Title { get; set; } = "";

    public string Text => _text.ToString();

    public Draft Write(string line)
    {
        _text.AppendLine(line);
        return this;
    }
}

public sealed class Ticket
{
    private readonly string _reference;

    public Ticket() => _reference = Guid.NewGuid().ToString("N");

    public string Subject { get; set; } = "";

    public string Reference => _reference;
}

public sealed class Receipt
{
    private readonly DateTimeOffset _printed = DateTimeOffset.UtcNow;

    public decimal Amount { get; set; }

    public DateTimeOffset Printed => _printed;
}

public sealed class Coupon
{
    private string? _code;

    public decimal Discount { get; set; }

    public string Code => _code ??= Guid.NewGuid().ToString("N");
}

public sealed class Voucher
{
    private readonly Lazy<string> _code = new(() => Guid.NewGuid().ToString());

    public decimal Amount { get; set; }

    public string Code => _code.Value;
}

public sealed class Invoice
{
    private readonly decimal _total;

    [JsonConstructor]
    public Invoice()
    {
    }

    public Invoice(string customer, decimal total)
    {
        Customer = customer;
        _total = total;
    }

    public string Customer { get; set; } = "";

    public decimal Total => _total;
}

public sealed class Reservation
{
    private string? _seat;

    public static Reservation For(string guest, string seat)
    {
        var reservation = new Reservation { Guest = guest };
        reservation._seat = seat;
        return reservation;
    }

    public string Guest { get; set; } = "";

    public string? Seat => _seat;
}

public sealed class Assessment
{
    private int _points;

    public int Weight { get; set; } = 1;

    public string Summary => $"{Weight} x {_points}";

    public void Score(int points) => _points += points;
}

public sealed class Profile
{
    private string Backing { get; set; } = "";

    public int Age { get; set; }

    public string Nickname => Backing;

    public void Rename(string name) => Backing = name;
}

public abstract class Entity
{
    protected readonly List<string> Notes = [];

    private readonly List<string> _domainEvents = [];

    public IReadOnlyList<string> DomainEvents => _domainEvents;

    protected void Raise(string name) => _domainEvents.Add(name);
}

public sealed class Customer : Entity
{
    public string Name { get; set; } = "";

    public void Approve() => Raise("approved");
}

public abstract class Journal
{
    protected readonly List<string> Lines = [];
}

public sealed class Diary : Journal
{
    public string Owner { get; set; } = "";

    public IEnumerable<string> Pages => Lines;

    public void Write(string line) => Lines.Add(line);
}

public sealed class Temperature
{
    public double Celsius;

    public string Station { get; set; } = "";

    public double Fahrenheit => (Celsius * 9 / 5) + 32;
}

public sealed class Basket
{
    private readonly List<string> _items = [];

    public string Owner { get; set; } = "";

    public List<string> Items => _items;
}

public sealed class Quote
{
    private decimal _price;

    public string Product { get; set; } = "";

    public decimal Price => Read();

    public void Offer(decimal price) => _price = price;

    private decimal Read() => _price;
}

public sealed class Progress
{
    private readonly bool[] _done = new bool[8];

    public string Job { get; set; } = "";

    public int Done => _done.Count(static one => one);

    public void Finish(int part) => _done[part] = true;
}

public sealed class Tally
{
    private readonly int[] _counts;

    public Tally() => _counts = new int[10];

    public string Poll { get; set; } = "";

    public IReadOnlyList<int> Counts => _counts;

    public void Count(int choice) => _counts[choice]++;
}

public sealed class Wallet
{
    public decimal Balance { get; private set; }

    public string Owner { get; set; } = "";

    public void Pay(decimal amount) => Balance -= amount;
}

public record Parcel(string Id)
{
    private readonly List<string> _stations = [];

    public IReadOnlyList<string> Stations => _stations;

    public Parcel Pass(string station)
    {
        _stations.Add(station);
        return this;
    }
}

public struct Lap
{
    private long _elapsed;

    public int Number { get; set; }

    public readonly long Elapsed => _elapsed;

    public void Stop(long elapsed) => _elapsed = elapsed;
}

public interface IAudited
{
    IReadOnlyList<string> Trail { get; }
}

public sealed class Contract : IAudited
{
    private List<string> _trail = [];

    public string Party { get; set; } = "";

    public IReadOnlyList<string> Trail
    {
        get
        {
            lock (_trail)
                return [.. _trail];
        }
    }

    public void Sign(string who) => _trail = [.. _trail, who];
}

public partial class Meeting
{
    private readonly Queue<string> _agenda = new();

    public string Topic { get; set; } = "";
}

public partial class Meeting
{
    public string? Next => _agenda.TryPeek(out var next) ? next : null;

    public void Plan(string point) => _agenda.Enqueue(point);
}

public static class StateBehindGetters
{
    /// <summary>Keeps what is lost.</summary>
    [Workflow]
    public static async Task LoseState(WorkflowContext ctx, string id)
    {
        await ctx.{|AGT2004:StepAsync|}("cart", () => new Cart { Id = id });
        await ctx.{|AGT2004:StepAsync|}("ledger", () => new Ledger { Account = id });
        await ctx.{|AGT2004:StepAsync|}("playlist", () => new Playlist { Name = id });
        await ctx.{|AGT2004:StepAsync|}("ballot", () => new Ballot());
        await ctx.{|AGT2004:StepAsync|}("shipment", () => new Shipment());
        await ctx.{|AGT2004:StepAsync|}("meter", () => new Meter());
        await ctx.{|AGT2004:StepAsync|}("timesheet", () => new Timesheet());
        await ctx.{|AGT2004:StepAsync|}("draft", () => new Draft().Write("a"));
        await ctx.{|AGT2004:StepAsync|}("ticket", () => new Ticket());
        await ctx.{|AGT2004:StepAsync|}("receipt", () => new Receipt());
        await ctx.{|AGT2004:StepAsync|}("coupon", () => new Coupon());
        await ctx.{|AGT2004:StepAsync|}("voucher", () => new Voucher());
        await ctx.{|AGT2004:StepAsync|}("invoice", () => new Invoice(id, 5));
        await ctx.{|AGT2004:StepAsync|}("reservation", () => Reservation.For(id, "4A"));
        await ctx.{|AGT2004:StepAsync|}("assessment", () => new Assessment());
        await ctx.{|AGT2004:StepAsync|}("profile", () => new Profile());
        await ctx.{|AGT2004:StepAsync|}("customer", () => new Customer());
        await ctx.{|AGT2004:StepAsync|}("diary", () => new Diary());
        await ctx.{|AGT2004:StepAsync|}("temperature", () => new Temperature { Celsius = 20 });
        await ctx.{|AGT2004:StepAsync|}("basket", () => new Basket { Items = { "a" } });
        await ctx.{|AGT2004:StepAsync|}("quote", () => new Quote());
        await ctx.{|AGT2004:StepAsync|}("progress", () => new Progress());
        await ctx.{|AGT2004:StepAsync|}("tally", () => new Tally());
        await ctx.{|AGT2004:StepAsync|}("wallet", () => new Wallet());
        await ctx.{|AGT2004:StepAsync|}("parcel", () => new Parcel(id));
        await ctx.{|AGT2004:StepAsync|}("lap", () => default(Lap));
        await ctx.{|AGT2004:StepAsync|}("contract", () => new Contract());
        await ctx.{|AGT2004:StepAsync|}("meeting", () => new Meeting());
        await ctx.{|AGT2004:StepAsync|}("carts", () => new List<Cart>());
    }
}
