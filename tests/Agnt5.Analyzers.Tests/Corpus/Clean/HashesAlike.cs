// Hash codes that are the same in each process, in keys and in decisions, and values that a log line with the time stands beside.
public readonly record struct Slot(int Row, long Column);

public sealed class StableName(string text)
{
    public override int GetHashCode() => text.Length * 31;

    public override bool Equals(object? other) => other is StableName;
}

public static class StableHash
{
    public static int GetHashCode(string text) => text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter));
}

public sealed class Tariffs(decimal rate)
{
    public decimal Rate => rate;

    public static Tariffs Load()
    {
        Console.WriteLine($"loaded at {DateTime.UtcNow:O}");
        return new Tariffs(0.19m);
    }
}

public sealed class HashesAlike
{
    private static readonly Tariffs Table = Tariffs.Load();

    /// <summary>Takes a shard of values.</summary>
    [Workflow]
    public async Task<decimal> Run(WorkflowContext ctx, Guid id, DateTime at, decimal price, Slot slot, string text)
    {
        var name = new StableName(text);
        await ctx.StepAsync($"a-{id.GetHashCode() % 16}", () => 1);
        await ctx.StepAsync($"b-{at.GetHashCode()}", () => 1);
        await ctx.StepAsync($"c-{price.GetHashCode()}", () => 1);
        await ctx.StepAsync($"d-{slot.GetHashCode()}", () => 1);
        await ctx.StepAsync($"e-{name.GetHashCode()}", () => 1);
        await ctx.StepAsync($"f-{StableHash.GetHashCode(text)}", () => 1);
        return Table.Rate;
    }
}
