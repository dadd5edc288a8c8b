using System.Diagnostics;
using Agnt5.Cli.Endpoints;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>How a project is run under <c>dotnet watch</c>.</summary>
internal sealed record ProjectStart
{
    public required FileInfo File { get; init; }

    public string? Framework { get; init; }

    /// <summary>Where it listens.</summary>
    public required Uri Url { get; init; }

    /// <summary>The secret that signs invokes. The project alone gets it, in its environment.</summary>
    public required string Secret { get; init; }

    /// <summary>The local AGNT5, for clients in the project.</summary>
    public required Uri Gateway { get; init; }

    public required string GatewayKey { get; init; }

    public ProcessStartInfo ToProcess()
    {
        // A hot reload would change code under runs, and leaves what is made once, as the manifest, as it was.
        string[] words = ["watch", "--quiet", "--non-interactive", "--no-hot-reload", "--project", File.FullName, "run", .. Framework is null ? [] : (string[])["--framework", Framework]];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            WorkingDirectory = File.DirectoryName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])[.. words, "--", "--urls", Address])
            start.ArgumentList.Add(word);
        var environment = start.Environment;
        environment["AGNT5_SERVERLESS_SIGNING_SECRET"] = Secret;
        environment["AGNT5_GATEWAY_URL"] = Gateway.GetLeftPart(UriPartial.Authority);
        environment["AGNT5_API_KEY"] = GatewayKey;
        environment["ASPNETCORE_URLS"] = Address;
        environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        EndpointLog.LeaveOutGuide(environment);
        environment["DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER"] = "1";
        environment["DOTNET_WATCH_SUPPRESS_EMOJIS"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    private string Address => Url.GetLeftPart(UriPartial.Authority);
}
