using System.CommandLine;
using Agnt5.Local;

namespace Agnt5.Cli.Connections;

/// <summary>Which gateway a command calls: the local AGNT5, unless it is told otherwise.</summary>
internal static class GatewayOptions
{
    public static Option<string?> Gateway { get; } = new("--gateway")
    {
        Description = $"The gateway's address. Default: AGNT5_GATEWAY_URL, else the local AGNT5 at {LocalAgnt5Host.DefaultUrl}.",
        HelpName = "url",
    };

    /// <summary>Adds the options to a command that calls the gateway.</summary>
    public static void AddTo(Command command) => command.Options.Add(Gateway);

    /// <summary>Makes the client. The key is never an argument: those are seen by all who list processes.</summary>
    public static Agnt5Client Connect(ParseResult parsed)
    {
        Agnt5ClientOptions options;
        try
        {
            options = Agnt5ClientOptions.FromEnvironment();
        }
        catch (ArgumentException exception)
        {
            throw new CliException(ExitCodes.Usage, "GATEWAY_URL_INVALID", exception.Message, exception);
        }

        if (parsed.GetValue(Gateway) is { } address)
        {
            options.Gateway = Uri.TryCreate(address, UriKind.Absolute, out var gateway)
                ? gateway
                : throw new CliException(ExitCodes.Usage, "GATEWAY_URL_INVALID", $"--gateway is no absolute address. Write it as {LocalAgnt5Host.DefaultUrl}.");
        }
        else if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("AGNT5_GATEWAY_URL")))
        {
            options.Gateway = new(LocalAgnt5Host.DefaultUrl);
        }

        // The key that the local AGNT5 of this user made, and never for another machine.
        if (options.ApiKey is null && options.Gateway.IsLoopback)
            options.ApiKey = LocalKey.Read();
        if (options.ApiKey is null)
            throw new CliException(ExitCodes.Usage, "API_KEY_MISSING", $"There is no key for {options.Gateway.GetLeftPart(UriPartial.Authority)}. Set AGNT5_API_KEY, or start 'dotnet agnt5 dev'.");
        return new(options);
    }
}
