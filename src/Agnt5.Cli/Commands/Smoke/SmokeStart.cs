using System.Diagnostics;
using Agnt5.Cli.Endpoints;

namespace Agnt5.Cli.Commands.Smoke;

/// <summary>How an endpoint is started on this machine.</summary>
internal sealed record SmokeStart
{
    // Settings that would give the endpoint another secret than the one of the checks.
    private static readonly string[] OtherSecrets = ["AGNT5_WORKERLESS_SIGNING_SECRET", "WORKERLESS_SIGNING_SECRET"];

    /// <summary>What is started, in words.</summary>
    public required string Name { get; init; }

    public required string Program { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required string Folder { get; init; }

    /// <summary>Where it listens.</summary>
    public required Uri Url { get; init; }

    /// <summary>The secret that signs the invokes.</summary>
    public required string Secret { get; init; }

    /// <summary>What to do where it does not listen there.</summary>
    public required string Hint { get; init; }

    public ProcessStartInfo ToProcess()
    {
        var start = new ProcessStartInfo(Program, Arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var environment = start.Environment;
        foreach (var name in OtherSecrets)
            environment.Remove(name);
        // Arguments are seen by all who list processes, so the secret is in the environment.
        environment["AGNT5_SERVERLESS_SIGNING_SECRET"] = Secret;
        // A variable comes before appsettings.json and user secrets, which may have one for development.
        environment["Agnt5__SigningSecret"] = Secret;
        environment["ASPNETCORE_URLS"] = Url.GetLeftPart(UriPartial.Authority);
        environment["HOST"] = Url.Host;
        environment["PORT"] = Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        EndpointLog.LeaveOutGuide(environment);
        environment["CLOUDFLARE_INCLUDE_PROCESS_ENV"] = "true";
        environment["WRANGLER_SEND_METRICS"] = "false";
        environment["NO_COLOR"] = "1";
        return start;
    }
}
