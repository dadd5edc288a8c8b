using System.CommandLine;
using System.Globalization;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Deployments;

/// <summary><c>dotnet agnt5 sync</c>: makes a deployment of a release.</summary>
internal static class SyncCommand
{
    private static readonly Argument<string> Url = new("url") { Description = "Where the endpoint is mounted." };
    private static readonly Option<string> Provider = new("--provider") { Description = "Where it runs.", DefaultValueFactory = static _ => "http" };
    private static readonly Option<string> Environment = new("--env") { Description = "The environment.", HelpName = "name", DefaultValueFactory = static _ => "production" };
    private static readonly Option<string?> Ref = new("--immutable-ref") { Description = "What names the release, for example a commit. Default: the hash of its manifest.", HelpName = "ref" };
    private static readonly Option<string?> SecretRef = new("--signing-secret-ref") { Description = "The secret as AGNT5 has it stored already (with --remote).", HelpName = "ref" };
    private static readonly Option<long?> Timeout = new("--request-timeout-ms") { Description = "How long one request may take.", HelpName = "ms" };
    private static readonly Option<long?> Margin = new("--yield-before-timeout-ms") { Description = "How long before that a run yields.", HelpName = "ms" };
    private static readonly Option<bool> Activate = new("--activate") { Description = "Gives it its routes.", DefaultValueFactory = static _ => true };
    private static readonly Option<bool> Replace = new("--replace-route-owners") { Description = "Takes routes from the deployments that have them." };

    public static Command Create()
    {
        Provider.AcceptOnlyFromAmong("http", "vercel", "cloudflare", "cloud-run", "aws-lambda");
        var command = new Command("sync", "Makes a deployment of a release: on the local AGNT5, or with --remote on AGNT5.")
        {
            Url, Provider, Environment, Ref, SecretRef, Timeout, Margin, Activate, Replace, OfficialCli.Remote,
        };
        EndpointHeaders.AddTo(command);
        SecretOptions.AddTo(command);
        GatewayOptions.AddTo(command);
        command.Validators.Add(static result =>
        {
            if (result.GetValue(SecretRef) is not null && !result.GetValue(OfficialCli.Remote))
                result.AddError("--signing-secret-ref names a secret of AGNT5. The local AGNT5 takes it from --signing-secret-env or --secret-file.");
            if (result.GetValue(SecretOptions.File) is not null && result.GetValue(OfficialCli.Remote))
                result.AddError("'agnt5' takes no file with a secret. Give --signing-secret-env or --signing-secret-ref.");
        });
        command.SetAction(SyncAsync);
        return command;
    }

    private static async Task<int> SyncAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(OfficialCli.Remote))
            return await OfficialCli.RunAsync(parsed, RemoteArguments(parsed), cancellationToken).ConfigureAwait(false);

        var secret = SecretOptions.Read(parsed);
        var headers = EndpointHeaders.Read(parsed);
        using var routes = GatewayOptions.ConnectLocally(parsed);
        var changed = await routes.PostAsync(
            "/v1/deployments/sync",
            json =>
            {
                json.WriteString("url"u8, parsed.GetRequiredValue(Url));
                json.WriteString("provider"u8, parsed.GetRequiredValue(Provider));
                json.WriteString("environment"u8, parsed.GetRequiredValue(Environment));
                if (parsed.GetValue(Ref) is { } name)
                    json.WriteString("immutable_ref"u8, name);
                if (secret is not null)
                    json.WriteString("signing_secret"u8, secret);
                if (parsed.GetValue(Timeout) is { } timeout)
                    json.WriteNumber("request_timeout_ms"u8, timeout);
                if (parsed.GetValue(Margin) is { } margin)
                    json.WriteNumber("yield_before_timeout_ms"u8, margin);
                json.WriteBoolean("activate"u8, parsed.GetValue(Activate));
                json.WriteBoolean("replace_route_owners"u8, parsed.GetValue(Replace));
                json.WriteStartObject("invoke_headers"u8);
                foreach (var (header, value) in headers)
                    json.WriteString(header, value);
                json.WriteEndObject();
            },
            cancellationToken).ConfigureAwait(false);
        DeploymentOutput.Write(CommandOutput.Of(parsed), changed, changed.Member("created").ValueKind == System.Text.Json.JsonValueKind.True ? "is new" : "was there already");
        return ExitCodes.Success;
    }

    private static List<string> RemoteArguments(ParseResult parsed)
    {
        List<string> words = ["sync", parsed.GetRequiredValue(Url), Provider.Name, parsed.GetRequiredValue(Provider), Environment.Name, parsed.GetRequiredValue(Environment)];
        Add(Ref.Name, parsed.GetValue(Ref));
        Add("--signing-secret-env", parsed.GetValue(SecretOptions.Variable));
        Add(SecretRef.Name, parsed.GetValue(SecretRef));
        Add(Timeout.Name, parsed.GetValue(Timeout)?.ToString(CultureInfo.InvariantCulture));
        Add(Margin.Name, parsed.GetValue(Margin)?.ToString(CultureInfo.InvariantCulture));
        if (!parsed.GetValue(Activate))
            words.Add("--activate=false");
        if (parsed.GetValue(Replace))
            words.Add(Replace.Name);
        foreach (var header in parsed.GetValue(EndpointHeaders.Variables) ?? [])
            Add(EndpointHeaders.Variables.Name, header);
        return words;

        void Add(string name, string? value)
        {
            if (value is not null)
                words.AddRange([name, value]);
        }
    }
}
