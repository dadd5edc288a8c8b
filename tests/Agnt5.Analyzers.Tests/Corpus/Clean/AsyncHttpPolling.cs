// Polling of a job behind an HTTP interface; every request is a step (after samples of Durable Task).
using System.Net.Http;
using System.Net.Http.Json;

public sealed record Job(string Document, string Format);

public sealed record JobStatus(string State, string? Result);

public sealed class AsyncHttpPolling(HttpClient http)
{
    /// <summary>Starts a conversion and waits until it is done.</summary>
    [Workflow]
    public async Task<string> ConvertDocument(WorkflowContext ctx, Job job)
    {
        var location = await ctx.StepAsync("start", ct => StartAsync(job, ct));
        var pause = TimeSpan.FromSeconds(2);
        for (var poll = 1; poll <= 50; poll++)
        {
            await ctx.SleepAsync(pause, $"poll_pause_{poll}");
            var status = await ctx.StepAsync("poll", ct => StatusAsync(location, ct), new StepOptions { Key = poll.ToString() });
            switch (status.State)
            {
                case "done":
                    return status.Result ?? "";
                case "failed":
                    throw new NonRetryableException($"The conversion at {location} failed.");
            }

            pause = pause < TimeSpan.FromMinutes(5) ? pause * 2 : TimeSpan.FromMinutes(5);
        }

        throw new NonRetryableException($"The conversion at {location} took too long.");
    }

    private async Task<string> StartAsync(Job job, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("/jobs", job, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return response.Headers.Location!.ToString();
    }

    private async Task<JobStatus> StatusAsync(string location, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<JobStatus>(location, cancellationToken).ConfigureAwait(false) ?? new("unknown", null);
}
