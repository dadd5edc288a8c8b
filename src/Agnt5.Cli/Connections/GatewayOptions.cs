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

    /// <summary>Makes the client.</summary>
    public static Agnt5Client Connect(ParseResult parsed) => new(Read(parsed));

    /// <summary>Makes a client for routes that the local AGNT5 has beside those of the gateway.</summary>
    public static LocalRoutes ConnectLocally(ParseResult parsed) => new(Read(parsed));

    /// <summary>Where the gateway is, and who calls. The key is never an argument: those are seen by all who list processes.</summary>
    /// <exception cref="CliException">The address is none, or there is no key for it.</exception>
    public static Agnt5ClientOptions Read(ParseResult parsed)
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

        if (parsed.GetValue(Gateway) is { } given)
        {
            options.Gateway = Uri.TryCreate(given, UriKind.Absolute, out var gateway)
                ? gateway
                : throw new CliException(ExitCodes.Usage, "GATEWAY_URL_INVALID", $"--gateway is no absolute address. Write it as {LocalAgnt5Host.DefaultUrl}.");
        }
        else if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("AGNT5_GATEWAY_URL")))
        {
            options.Gateway = new(LocalAgnt5Host.DefaultUrl);
        }

        // Addresses are shown in messages, and what is in them is seen.
        if (options.Gateway.UserInfo.Length > 0)
            throw new CliException(ExitCodes.Usage, "GATEWAY_URL_INVALID", "The gateway's address has credentials in it. Leave them out: the key is in AGNT5_API_KEY.");
        if (options.Gateway.Scheme is not ("http" or "https") || (options.Gateway.Scheme == "http" && !options.Gateway.IsLoopback))
        {
            var address = options.Gateway.GetLeftPart(UriPartial.Authority);
            throw new CliException(ExitCodes.Usage, "GATEWAY_URL_INVALID", $"The key may not go to {address} in clear text. Use https, or http with an address of this machine.");
        }

        // The key that the local AGNT5 of this user made, and never for another machine.
        if (options.ApiKey is null && options.Gateway.IsLoopback)
            options.ApiKey = LocalKey.Read();
        if (options.ApiKey is null)
            throw new CliException(ExitCodes.Usage, "API_KEY_MISSING", $"There is no key for {options.Gateway.GetLeftPart(UriPartial.Authority)}. Set AGNT5_API_KEY, or start 'dotnet agnt5 dev'.");
        return options;
    }
}
