public sealed class Orders
{
    private int _total;
    public int Written;

    [Workflow]
    public async Task<int> Total(WorkflowContext ctx)
    {
        await ctx.StepAsync("count", () =>
        {
            {|AGT4015:ctx.Set|}("count", 1);
            ctx.Set("inside", ctx.Get<int>("inside"));
            {|AGT4015:_total|} = 1;
            Written = 2;
        });
        ctx.Set("outside", 1);
        Add();
        return ctx.Get<int>("count") + ctx.Get<int>("outside") + _total;
    }

    private void Add() => Written = 3;

    [Workflow]
    public static async Task<int> Another(WorkflowContext ctx)
    {
        await ctx.StepAsync("other", () => ctx.Set("other", 1));
        return ctx.Get<int>("another");
    }
}
