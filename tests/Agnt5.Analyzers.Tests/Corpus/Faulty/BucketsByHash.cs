// Work that is spread over buckets by hash codes, which .NET makes anew in each process.
public sealed record Voter(string Name, Guid Id, int Ward);

public sealed class Booth;

public readonly record struct Seat(int Row, int Number);

public readonly record struct Label(int Row, string Text);

public static class BucketsByHash
{
    /// <summary>Counts a vote.</summary>
    [Workflow]
    public static async Task<int> Count(WorkflowContext ctx, Voter voter)
    {
        var bucket = Math.Abs({|AGT4006:voter.Name.GetHashCode|}() % 8);
        var mixed = {|AGT4006:HashCode.Combine|}(voter.Name, voter.Ward);
        var whole = {|AGT4006:voter.GetHashCode|}();
        var booth = {|AGT4006:new Booth().GetHashCode|}();
        var pair = {|AGT4006:(voter.Ward, voter.Name).GetHashCode|}();
        var label = {|AGT4006:new Label(1, voter.Name).GetHashCode|}();
        var kept = new Seat(1, 2).GetHashCode() + new Version(1, 2).GetHashCode() + label + voter.Id.GetHashCode() + voter.Ward.GetHashCode() + (1, 2).GetHashCode() + DayOfWeek.Friday.GetHashCode();
        if (bucket > 4)
            await ctx.StepAsync("upper", () => voter.Name.GetHashCode());
        return bucket + mixed + whole + booth + pair + kept;
    }
}
