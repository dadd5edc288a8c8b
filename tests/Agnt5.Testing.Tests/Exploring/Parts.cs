namespace Agnt5.Testing.Tests.Exploring;

/// <summary>What the explored workflows call: it remembers.</summary>
public sealed class Ledger
{
    public List<string> Entries { get; } = [];

    public Task AddAsync(string entry)
    {
        Entries.Add(entry);
        return Task.CompletedTask;
    }
}

/// <summary>A cache of the process.</summary>
public sealed class Rates
{
    public string? Known { get; set; }
}

/// <summary>Counts what hangs.</summary>
public sealed class Hangs
{
    public int Count { get; private set; }

    public Task HangAsync()
    {
        Count++;
        return new TaskCompletionSource().Task;
    }
}

/// <summary>A set without an order: it is listed in another one each time.</summary>
public sealed class Shelf
{
    private static readonly string[] All = ["a", "b", "c", "d"];
    private int _listed;

    public IReadOnlyList<string> Parcels()
    {
        var first = _listed++ % All.Length;
        return [.. All[first..], .. All[..first]];
    }
}
