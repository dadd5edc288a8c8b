namespace Agnt5.Cli.Endpoints;

/// <summary>The log of an endpoint that a command starts.</summary>
internal static class EndpointLog
{
    /// <summary>Lets the endpoint not tell how to sign requests by hand: the command does it. What goes wrong is logged under other names.</summary>
    public static void LeaveOutGuide(IDictionary<string, string?> environment) => environment.TryAdd($"Logging__LogLevel__{typeof(DevelopmentGuide).FullName}", "Warning");
}
