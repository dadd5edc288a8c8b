// Results of steps whose values are made anew when they are read back: through variables, objects that count, copies and collections that callers fill.

public sealed class Stamped
{
    public Stamped(string id)
    {
        var now = DateTime.UtcNow;
        Id = id;
        CreatedAt = now;
    }

    public string Id { get; }

    public DateTime CreatedAt { get; }
}

public sealed class StampedField
{
    private readonly DateTimeOffset _createdAt;

    public StampedField(string id)
    {
        var clock = TimeProvider.System;
        var now = clock.GetUtcNow();
        var rounded = now.AddSeconds(1);
        Id = id;
        _createdAt = rounded;
    }

    public string Id { get; }

    public DateTimeOffset CreatedAt => _createdAt;
}

public sealed class Reassigned
{
    public Reassigned(string code)
    {
        code = Guid.NewGuid().ToString("N");
        Alias = code;
    }

    public string Code { get; set; } = "";

    public string Alias { get; }
}

public sealed class IdGenerator
{
    private long _last;

    public long Next() => ++_last;
}

public sealed class Numbered
{
    private static readonly IdGenerator Ids = new();

    public string Name { get; set; } = "";

    public long Id { get; } = Ids.Next();
}

public sealed class NumberedField
{
    private static readonly IdGenerator Ids = new();

    private readonly long _id = Ids.Next();

    public string Name { get; set; } = "";

    public long Id => _id;
}

public sealed class Rolled
{
    private static readonly Random Dice = new(5);

    public string Name { get; set; } = "";

    public int Points { get; } = Dice.Next(6);
}

public sealed class Seen
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    public string Name { get; set; } = "";

    public DateTimeOffset At { get; } = Clock.GetUtcNow();
}

public sealed class Counted
{
    private static int _made;

    private readonly int _number;

    public Counted() => _number = Interlocked.Increment(ref _made);

    public string Name { get; set; } = "";

    public int Number => _number;
}

public sealed class Copied
{
    public string Id { get; set; } = "";

    public string Note { get; private set; } = "";

    public Copied With(string note)
    {
        var copy = Copy();
        copy.Note = note;
        return copy;
    }

    private Copied Copy() => (Copied)MemberwiseClone();
}

public sealed class Marked
{
    public string Id { get; set; } = "";

    public bool IsRead { get; private set; }

    public static void Read(IEnumerable<Marked> all)
    {
        foreach (var one in all)
            one.IsRead = true;
    }
}

public sealed class Closed
{
    public string Id { get; set; } = "";

    public string Reason { get; private set; } = "";

    public static void Close(List<Closed> all, string reason) => all.ForEach(one => one.Reason = reason);
}

public sealed class Tagged
{
    private List<string>? _tags;

    public string Id { get; set; } = "";

    public List<string> Tags => _tags ??= [];
}

public sealed class Labelled
{
    private List<string>? _labels;

    public string Id { get; set; } = "";

    public IList<string> Labels
    {
        get
        {
            _labels ??= new();
            return _labels;
        }
    }
}

public sealed class History
{
    private int _length;

    public int Length => _length;

    public void Add() => _length++;
}

public sealed class Watched
{
    private readonly History _history = new();

    public string Id { get; set; } = "";

    public int Changes => _history.Length;

    public void Touch() => _history.Add();
}

public static class StateMadeAnew
{
    /// <summary>Keeps what is made anew.</summary>
    [Workflow]
    public static async Task MakeAnew(WorkflowContext ctx, string id)
    {
        await ctx.{|AGT2004:StepAsync|}("stamped", () => new Stamped(id));
        await ctx.{|AGT2004:StepAsync|}("stamped field", () => new StampedField(id));
        await ctx.{|AGT2004:StepAsync|}("reassigned", () => new Reassigned(id));
        await ctx.{|AGT2004:StepAsync|}("numbered", () => new Numbered());
        await ctx.{|AGT2004:StepAsync|}("numbered field", () => new NumberedField());
        await ctx.{|AGT2004:StepAsync|}("rolled", () => new Rolled());
        await ctx.{|AGT2004:StepAsync|}("seen", () => new Seen());
        await ctx.{|AGT2004:StepAsync|}("counted", () => new Counted());
        await ctx.{|AGT2004:StepAsync|}("copied", () => new Copied().With(id));
        await ctx.{|AGT2004:StepAsync|}("marked", () => new Marked());
        await ctx.{|AGT2004:StepAsync|}("closed", () => new Closed());
        await ctx.{|AGT2004:StepAsync|}("tagged", () => new Tagged());
        await ctx.{|AGT2004:StepAsync|}("labelled", () => new Labelled());
        await ctx.{|AGT2004:StepAsync|}("watched", () => new Watched());
    }
}
