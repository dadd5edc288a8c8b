using System.Security.Cryptography;

public sealed class Draws(Random injected)
{
    private static readonly Random Shared = new(1);
    private readonly Random _seeded = new(42);

    [Workflow]
    public async Task<string> Draw(WorkflowContext ctx, int seed)
    {
        var id = {|AGT4002:Guid.NewGuid|}();
        var dice = {|AGT4002:new Random()|}.Next(6);
        var other = {|AGT4002:Random.Shared|}.Next();
        var secret = {|AGT4002:RandomNumberGenerator.GetInt32|}(6);
        var given = {|AGT4002:injected.Next|}();
        var shared = {|AGT4002:Shared.Next|}();
        var shuffled = new[] { 1, 2 }.OrderBy(_ => {|AGT4002:Guid.NewGuid|}()).First();
        Func<Guid> make = {|AGT4002:Guid.NewGuid|};
        Func<Guid> unused = Guid.NewGuid;
        var made = make();
        return $"{made}{id}{dice}{other}{secret}{given}{shared}{shuffled}{new Random(seed).Next()}{_seeded.Next()}{ctx.NewGuid()}{ctx.Random.Next()}{Guid.Empty}"
            + await ctx.StepAsync("id", () => Guid.NewGuid()) + await ctx.StepAsync("other", Guid.NewGuid);
    }
}
