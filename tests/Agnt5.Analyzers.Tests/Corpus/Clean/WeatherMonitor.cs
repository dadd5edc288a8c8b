// Monitor that expires: the deadline comes from the context's clock (after samples of Azure Durable Functions).
using Microsoft.Extensions.Logging;

public sealed record Place(string State, string City)
{
    public override string ToString() => $"{City}, {State}";
}

public sealed record MonitorRequest(Place Place, string Phone);

public enum Sky { Other, Clear, Rain }

public interface IWeather
{
    Task<Sky> LookAsync(Place place, CancellationToken cancellationToken);
}

public interface ITexts
{
    Task SendAsync(string phone, string text, CancellationToken cancellationToken);
}

public sealed class WeatherMonitor(IWeather weather, ITexts texts)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>Tells a person as soon as the sky is clear, for six hours.</summary>
    [Workflow]
    public async Task<bool> WatchWeather(WorkflowContext ctx, MonitorRequest request)
    {
        Check(request);
        var expires = ctx.UtcNow.AddHours(6);
        ctx.Logger.LogInformation("Watching {Place} until {Expires}", request.Place, expires);

        for (var round = 0; ctx.UtcNow < expires; round++)
        {
            var sky = await ctx.StepAsync("look", ct => weather.LookAsync(request.Place, ct), new StepOptions { Key = $"{round}" });
            if (sky == Sky.Clear)
            {
                await ctx.StepAsync("tell", ct => texts.SendAsync(request.Phone, $"It is clear in {request.Place}.", ct));
                return true;
            }

            await ctx.SleepAsync(Pause, $"pause_{round}");
        }

        return false;
    }

    private static void Check(MonitorRequest request)
    {
        if (string.IsNullOrEmpty(request.Phone))
            throw new NonRetryableException("A phone number is needed.");
    }
}
