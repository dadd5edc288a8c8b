// A workflow that calls another one in its own run (after samples of Durable Task).
public sealed record Site(string Name, List<string> Devices);

public interface IDevices
{
    Task<string> SetUpAsync(string device, CancellationToken cancellationToken);
}

public sealed class ChildWorkflows(IDevices devices)
{
    /// <summary>Sets up every device of a site.</summary>
    [Workflow]
    public async Task<int> SetUpSite(WorkflowContext ctx, Site site)
    {
        var serials = await Task.WhenAll(site.Devices.Select(device => SetUpDevice(ctx, device)));
        return serials.Count(serial => serial.Length > 0);
    }

    /// <summary>Sets up one device.</summary>
    [Workflow]
    public async Task<string> SetUpDevice(WorkflowContext ctx, string device)
    {
        var serial = await ctx.StepAsync($"register_{device}", ct => devices.SetUpAsync(device, ct));
        await ctx.SleepAsync(TimeSpan.FromMinutes(1), $"boot_{device}");
        return serial;
    }
}
