// Functions and tools are not replayed: they may do what they like (after samples of Inngest and Hatchet).
using System.Net.Http;

public sealed record Rate(string Currency, double Value, DateTime At);

public sealed class FunctionsBesides(HttpClient http)
{
    private static readonly Dictionary<string, Rate> Cache = [];
    private static int _misses;

    /// <summary>Looks a rate up.</summary>
    /// <param name="currency">The currency, for example EUR.</param>
    [Tool]
    public async Task<Rate> LookUpRate(string currency, CancellationToken cancellationToken)
    {
        if (Cache.TryGetValue(currency, out var known) && known.At > DateTime.UtcNow.AddMinutes(-5))
            return known;

        _misses++;
        await Task.Delay(Random.Shared.Next(100), cancellationToken);
        var text = await http.GetStringAsync($"/rates/{currency}", cancellationToken).ConfigureAwait(false);
        return Cache[currency] = new(currency, double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTime.UtcNow);
    }

    /// <summary>Counts the look-ups that went out.</summary>
    [Function]
    public static int CountMisses() => _misses;

    /// <summary>Converts an amount with a rate that is looked up once.</summary>
    [Workflow]
    public async Task<double> Convert(WorkflowContext ctx, string currency, double amount)
    {
        var rate = await ctx.StepAsync("rate", ct => LookUpRate(currency, ct));
        return amount * rate.Value;
    }
}
