// Clocks, random values and surroundings that come in as delegates: injected by hand, passed to helpers, kept in fields.
public sealed record Coupon(string Code, int Count);

public static class CouponFlow
{
    private static readonly Func<Guid> NewId = {|AGT4002:Guid.NewGuid|};
    private static readonly Func<DateTime> Clock = () => {|AGT4001:DateTime.UtcNow|};
    private static readonly Func<string, string?> Setting = Environment.GetEnvironmentVariable;

    /// <summary>Issues coupons.</summary>
    [Workflow]
    public static async Task<string> Issue(WorkflowContext ctx, Coupon coupon)
    {
        Func<Guid> make = {|AGT4002:Guid.NewGuid|};
        var first = make();
        var kept = NewId();
        var today = Clock.Invoke();
        var ids = Fill(coupon.Count, {|AGT4002:Guid.NewGuid|});
        var flags = new[] { "A", "B" }.Select({|AGT4006:Environment.GetEnvironmentVariable|}).ToArray();
        var texts = new[] { "a.txt" }.Select({|AGT4004:File.ReadAllText|}).ToArray();
        var number = Retry({|AGT4002:Random.Shared|}.Next);

        var inStep = await ctx.StepAsync("id", Guid.NewGuid);
        Func<Guid> later = Guid.NewGuid;
        var alsoInStep = await ctx.StepAsync("later", later);
        var read = await ctx.StepAsync("setting", () => Setting("REGION"));
        await ctx.StepAsync("ids", () => Fill(coupon.Count, NewId));
        return $"{first}{kept}{today}{ids.Count}{flags.Length}{texts.Length}{number}{inStep}{alsoInStep}{read}";
    }

    private static List<Guid> Fill(int count, Func<Guid> make)
    {
        var ids = new List<Guid>();
        for (var number = 0; number < count; number++)
            ids.Add(make());
        return ids;
    }

    private static int Retry(Func<int> make) => make() + make();
}
