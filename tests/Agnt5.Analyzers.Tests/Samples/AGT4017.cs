using System.Text;

public static class Orders
{
    [Workflow]
    public static async Task<string> Captured(WorkflowContext ctx, int[] items)
    {
        var total = 0;
        var seen = new List<int>();
        var report = new StringBuilder();
        var onlyInside = 0;
        await ctx.StepAsync("count", () =>
        {
            {|AGT4017:total|} = 1;
            {|AGT4017:seen|}.Add(1);
            {|AGT4017:report|}.Append("x");
            onlyInside++;
            var local = 0;
            items.ToList().ForEach(item => local += item);
            return local;
        });
        await Keep(ctx, () => {|AGT4017:total|}++);
        var outside = 0;
        items.ToList().ForEach(item => outside += item);
        total = await ctx.StepAsync("return", () => 5);
        return $"{total}{seen.Count}{report}{outside}";
    }

    private static Task Keep(WorkflowContext ctx, Action body) => ctx.StepAsync("keep", body);
}
