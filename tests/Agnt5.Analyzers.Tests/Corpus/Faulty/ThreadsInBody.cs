// Work handed to threads from the workflow (after samples that an analyzer for durable orchestrations rejects).
public sealed record Matrix(List<List<double>> Rows);

public sealed record Sums(List<double> Values, double Max);

public static class ThreadsInBody
{
    /// <summary>Sums up rows.</summary>
    [Workflow]
    public static async Task<Sums> SumUp(WorkflowContext ctx, Matrix matrix)
    {
        var sums = new double[matrix.Rows.Count];
        {|AGT4005:Parallel.For(0, sums.Length, row => sums[row] = matrix.Rows[row].Sum())|};

        var max = await {|AGT4005:Task.Run(() => sums.Max())|};
        var sorted = sums.{|AGT4005:AsParallel()|}.OrderBy(sum => sum).ToList();
        await {|AGT4005:Task.Factory.StartNew(() => sorted.Reverse())|};

        await ctx.StepAsync("store", () => Console.WriteLine(max));
        return new(sorted, max);
    }
}
