using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests.Contract.Components;

/// <summary>A receipt.</summary>
public sealed record Receipt(string SignedBy, int Parcels);

/// <summary>Workflows that wait for somebody outside, or for a time.</summary>
public sealed class Rounds(Diary diary)
{
    [Workflow]
    public static async Task<Receipt> AwaitReceipt(WorkflowContext ctx) => await ctx.WaitForSignalAsync<Receipt>("receipt.signed");

    /// <summary>One signal several times, each at a step of its own.</summary>
    [Workflow]
    public async Task<IReadOnlyList<string>> CollectScans(WorkflowContext ctx, int times)
    {
        var scans = new List<string>();
        for (var number = 1; number <= times; number++)
        {
            var scan = await ctx.WaitForSignalAsync<string>("scan", $"scan-{number}");
            scans.Add(await ctx.StepAsync("file", () => Did($"filed {scan}"), new StepOptions { Key = $"{number}" }));
        }

        return scans;
    }

    /// <summary>Two sleeps of one duration, with work between them.</summary>
    [Workflow]
    public async Task<string> KeepTwoDays(WorkflowContext ctx)
    {
        await ctx.SleepAsync(TimeSpan.FromDays(1));
        await ctx.StepAsync("remind", () => { Did("reminded"); });
        await ctx.SleepAsync(TimeSpan.FromDays(1));
        return await ctx.StepAsync("return", () => Did("returned"));
    }

    [Workflow]
    public static async Task<string> LeaveAt(WorkflowContext ctx, long atMs)
    {
        await ctx.SleepUntilAsync(DateTimeOffset.FromUnixTimeMilliseconds(atMs), "departure");
        return "left";
    }

    /// <summary>Whatever comes first decides.</summary>
    [Workflow]
    public async Task<string> DeliverOrReturn(WorkflowContext ctx)
    {
        var delivered = ctx.WaitForSignalAsync<string>("delivered");
        var returned = ctx.SleepAsync(TimeSpan.FromDays(7), "patience");
        if (await Task.WhenAny(delivered, returned) == returned)
            return await ctx.StepAsync("return", () => Did("sent back"));
        var receiver = await delivered;
        return await ctx.StepAsync("thank", () => Did($"thanked {receiver}"));
    }

    /// <summary>Tells about its progress, in its own code and in a step.</summary>
    [Workflow]
    public static async Task<string> ReportRound(WorkflowContext ctx)
    {
        await ctx.EmitAsync("round.begun", 0);
        await ctx.StepAsync("drive", () => ctx.EmitAsync("round.driven", 50).AsTask());
        await ctx.EmitAsync("round.waiting", 60);
        await ctx.WaitForSignalAsync<string>("gate.open");
        await ctx.EmitAsync("round.ended", 100);
        return "home";
    }

    private string Did(string what)
    {
        diary.Write(what);
        return what;
    }
}
