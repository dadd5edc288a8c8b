using System.Text.Json;

namespace Agnt5.Endpoint.Tests.Components;

public sealed record Shipment(string Carrier, int Parcels);

public sealed class SignalWaits(Notebook notebook)
{
    /// <summary>Gives back the payload as it came.</summary>
    [Workflow]
    public static async Task<JsonElement> AwaitAnything(WorkflowContext ctx, string signal, string? step) =>
        await ctx.WaitForSignalAsync<JsonElement>(signal, step);

    [Workflow]
    public static async Task<string> AwaitText(WorkflowContext ctx) => await ctx.WaitForSignalAsync<string?>("go") ?? "(null)";

    [Workflow]
    public static async Task<string> AwaitTwoShipments(WorkflowContext ctx)
    {
        var shipments = await Task.WhenAll(ctx.WaitForSignalAsync<Shipment>("shipped", "left"), ctx.WaitForSignalAsync<Shipment>("shipped", "right"));
        return string.Join(',', shipments.Select(static shipment => shipment.Carrier));
    }

    [Workflow]
    public static async Task<int> AwaitTheSameTwice(WorkflowContext ctx) => await ctx.WaitForSignalAsync<int>("go") + await ctx.WaitForSignalAsync<int>("go");

    [Workflow]
    public static async Task TryTheSameTwice(WorkflowContext ctx)
    {
        await ctx.TryWaitForSignalAsync<int>("go");
        await ctx.TryWaitForSignalAsync<int>("go");
    }

    [Workflow]
    public static async Task<string> AwaitInTime(WorkflowContext ctx)
    {
        var first = "(too late)";
        try
        {
            first = await ctx.WaitForSignalAsync<string>("go", timeout: TimeSpan.FromSeconds(2));
        }
        catch (WaitTimeoutException timeout)
        {
            first = timeout.Message;
        }

        return $"{first}; {await ctx.WaitForSignalAsync<string>("go", "again")}";
    }

    /// <summary>Goes on after a payload that does not bind. The step before makes the slice leave the request's thread.</summary>
    [Workflow]
    public async Task<string> AwaitWithCare(WorkflowContext ctx, bool choice)
    {
        await ctx.StepAsync("before", static () => Task.Delay(1));
        try
        {
            return choice ? (await ctx.WaitForSignalAsync<Choice>("go")).Name : (await ctx.WaitForSignalAsync<Shipment>("go")).Carrier;
        }
        catch (NonRetryableException doesNotBind)
        {
            notebook.Write(doesNotBind.Message);
            await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
            throw;
        }
    }
}
