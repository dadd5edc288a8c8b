using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

public sealed class Limits
{
    public int Max { get; init; }
}

public static class Process
{
    public static readonly DateTimeOffset Started = DateTimeOffset.UtcNow;

    public static readonly string? Zone = Environment.GetEnvironmentVariable("ZONE");
}

public sealed class Orders(IConfiguration configuration, IOptions<Limits> options)
{
    private static int counter;
    private static readonly int[] Sizes = [1, 2];
    private const int Fixed = 3;

    private readonly Guid _ticket = Guid.NewGuid();

    public static string Region { get; set; } = "eu";

    public static string Country { get; } = "de";

    [Workflow]
    public async Task<string> Place(WorkflowContext ctx)
    {
        var host = {|AGT4006:Environment.MachineName|};
        var key = {|AGT4006:Environment.GetEnvironmentVariable|}("KEY");
        var limit = {|AGT4006:configuration["limit"]|};
        var nested = {|AGT4006:configuration.GetSection("a")["b"]|};
        var typed = {|AGT4006:configuration.GetValue<int>|}("limit");
        var culture = {|AGT4006:CultureInfo.CurrentCulture|}.Name;
        {|AGT4006:counter|}++;
        var region = {|AGT4006:Region|};
        counter = 0;
        var age = ctx.UtcNow - {|AGT4006:Process.Started|};
        var ticket = {|AGT4006:_ticket|};
        var bucket = {|AGT4006:Country.GetHashCode|}() % 8;
        var local = {|AGT4006:ctx.UtcNow.ToLocalTime|}();
        return host + key + limit + nested + typed + culture + region + Country + Fixed + Sizes[0]
            + options.Value.Max + Environment.NewLine + CultureInfo.InvariantCulture.Name + age + ticket + bucket + local + Process.Zone
            + await ctx.StepAsync("host", () => Environment.MachineName + counter + Process.Started + _ticket);
    }
}
