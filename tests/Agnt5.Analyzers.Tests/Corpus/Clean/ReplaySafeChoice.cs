// Time, ids and chance from the context (after samples of Durable Task and Temporal).
public sealed record Visitor(string Id, IReadOnlyList<string> Variants);

public sealed record Assignment(Guid Id, string Variant, DateTimeOffset At, int Bucket);

public static class ReplaySafeChoice
{
    /// <summary>Assigns a visitor to a variant of an experiment.</summary>
    [Workflow]
    public static async Task<Assignment> AssignVariant(WorkflowContext ctx, Visitor visitor)
    {
        var random = ctx.Random;
        var variant = visitor.Variants[random.Next(visitor.Variants.Count)];
        var shuffled = visitor.Variants.ToArray();
        random.Shuffle(shuffled);

        var fixedSeed = new Random(42);
        var assignment = new Assignment(ctx.NewGuid(), variant, ctx.UtcNow, fixedSeed.Next(100));
        if (assignment.At.Hour is >= 22 or < 6)
            await ctx.SleepAsync(NextMorning(assignment.At) - assignment.At, "until_morning");

        await ctx.EmitAsync("variant.assigned", assignment);
        return assignment;
    }

    private static DateTimeOffset NextMorning(DateTimeOffset time) =>
        new DateTimeOffset(time.Year, time.Month, time.Day, 6, 0, 0, time.Offset).AddDays(time.Hour >= 22 ? 1 : 0);
}
