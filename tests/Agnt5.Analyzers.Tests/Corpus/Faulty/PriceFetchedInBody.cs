// An HTTP call in the orchestrator itself (after the code constraints of Azure Durable Functions).
using System.Net.Http;
using System.Net.Http.Json;

public sealed record Watch(string Symbol);

public sealed record Price(string Symbol, decimal Value);

public sealed class PriceFetchedInBody(HttpClient http)
{
    /// <summary>Fetches a price and stores it.</summary>
    [Workflow]
    public async Task<Price> FetchPrice(WorkflowContext ctx, Watch watch)
    {
        var price = await {|AGT4004:http.GetFromJsonAsync<Price>($"/prices/{watch.Symbol}", ctx.CancellationToken)|} ?? new(watch.Symbol, 0);
        await ctx.StepAsync("store", ct => StoreAsync(price, ct));

        using var answer = await {|AGT4004:http.PostAsync("/done", null, ctx.CancellationToken)|};
        return answer.IsSuccessStatusCode ? price : new(watch.Symbol, 0);
    }

    private async Task StoreAsync(Price price, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("/prices", price, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }
}
