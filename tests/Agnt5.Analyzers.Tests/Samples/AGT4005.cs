public static class Batches
{
    [Workflow]
    public static async Task Run(WorkflowContext ctx, int[] items)
    {
        await {|AGT4005:Task.Run|}(() => DateTime.Now.Year);
        {|AGT4005:Parallel.ForEach|}(items, item => Console.WriteLine(item));
        {|AGT4005:ThreadPool.QueueUserWorkItem|}(_ => { });
        var thread = {|AGT4005:new Thread(() => { })|};
        var sum = {|AGT4005:items.AsParallel|}().Sum();
        await {|AGT4005:Task.Factory.StartNew|}(() => sum);
        await Task.WhenAll(items.Select(item => ctx.StepAsync($"item-{item}", () => Task.Run(() => item))));
        await Task.Yield();
        await Task.FromResult(thread.Name);
    }
}
