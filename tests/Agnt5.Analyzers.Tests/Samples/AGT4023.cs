// build_property.Agnt5RuntimeIdentifiers = linux-x64,browser-wasm
public static class Quotas
{
    [Workflow]
    public static async Task<long> Share(WorkflowContext ctx, double ratio, float weight)
    {
        var parts = {|AGT4023:(int)(ratio * 100)|};
        var bytes = {|AGT4023:(byte)weight|};
        var total = {|AGT4023:(long)Math.Round(ratio)|};
        var unsigned = new[] { ratio }.Select(value => {|AGT4023:(uint)value|}).First();
        var safe = checked((int)ratio) + (int)Math.Clamp(ratio, 0, 100) + Convert.ToInt32(ratio) + (int)3.7 + (int)(decimal)ratio;
        double widened = parts;
        return parts + bytes + total + unsigned + safe + (long)widened.CompareTo(ratio) + Scale(ratio) + await ctx.StepAsync("share", () => (int)ratio);
    }

    private static int Scale(double value) => {|AGT4023:(int)value|} * 2;

    [Function]
    public static int Free(double value) => (int)value;
}
