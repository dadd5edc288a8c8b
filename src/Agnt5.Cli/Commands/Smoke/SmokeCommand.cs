using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Endpoints;
using Agnt5.Cli.Manifests;
using Agnt5.Cli.Output;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Cli.Commands.Smoke;

/// <summary><c>dotnet agnt5 smoke</c>: checks a deployed endpoint from outside, before AGNT5 gets its address.</summary>
internal static class SmokeCommand
{
    private static readonly Argument<string> Host = new("host") { Description = "Where the endpoint runs: http, vercel, cloudflare or node." };
    private static readonly Argument<string?> Url = new("url")
    {
        Description = "Where it is mounted: https, or http on this machine. Without it, the endpoint of this folder is started, checked and ended.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Project = new("--project") { Description = "What is started where no URL is given: a project or its folder, or the folder of an app.", HelpName = "path" };
    private static readonly Option<string> Hello = Target("--hello", "A component that answers at once.", """hello={"name":"smoke"}""");
    private static readonly Option<string> Steps = Target("--steps", "A workflow that records a step.", """price_order={"id":"smoke","items":["tea"]}""");
    private static readonly Option<string> Waits = Target("--waits", "A workflow that pauses.", """ship_order={"id":"smoke","items":["tea"]}""");

    public static Command Create()
    {
        Host.AcceptOnlyFromAmong("http", "vercel", "cloudflare", "node");
        var command = new Command("smoke", "Checks an endpoint: manifest, signatures, a replayed step, a pause.") { Host, Url, Hello, Steps, Waits, Project };
        ProjectBuild.AddTo(command);
        EndpointHeaders.AddTo(command);
        command.SetAction(SmokeAsync);
        return command;
    }

    private static Option<string> Target(string name, string description, string sample) =>
        new(name) { Description = $"{description} The default is in the samples.", HelpName = SmokeTarget.Form, DefaultValueFactory = _ => sample };

    private static async Task<int> SmokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(EndpointHeaders.Read(parsed), StringComparer.OrdinalIgnoreCase);
        if (parsed.GetRequiredValue(Host) == "vercel")
            foreach (var (name, value) in VercelBypass.Find())
                headers.TryAdd(name, value);
        var hello = await ReadAsync(parsed, Hello, cancellationToken).ConfigureAwait(false);
        var steps = await ReadAsync(parsed, Steps, cancellationToken).ConfigureAwait(false);
        var waits = await ReadAsync(parsed, Waits, cancellationToken).ConfigureAwait(false);

        var output = CommandOutput.Of(parsed);
        if (parsed.GetValue(Url) is { } given)
        {
            string[] ignored = [.. parsed.GetResult(Project) is null ? [] : (string[])[Project.Name], .. ProjectBuild.Given(parsed)];
            if (ignored.Length > 0)
                throw new CliException(ExitCodes.Usage, "NOTHING_TO_START", $"Nothing was sent: with a URL, nothing is started. Leave out {string.Join(", ", ignored)}, or the URL.");
            var url = EndpointUrl.Of(given);
            var secret = EnvironmentSecret.Find()
                ?? throw new CliException(ExitCodes.Usage, "SECRET_MISSING", $"Nothing was sent: the checks sign invokes. Set {EnvironmentSecret.Names} to the endpoint's secret.");
            return await CheckAsync(url, secret).ConfigureAwait(false);
        }

        var start = await SmokeSample.FindAsync(parsed.GetRequiredValue(Host), parsed.GetValue(Project), new(parsed), output.WriteNote, cancellationToken).ConfigureAwait(false);
        output.WriteNote($"Starting {start.Name} at {start.Url.GetLeftPart(UriPartial.Authority)} …");
        var server = await SmokeServer.StartAsync(start, output.WriteNote, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            var exitCode = await CheckAsync(server.Url, server.Secret).ConfigureAwait(false);
            if (exitCode != ExitCodes.Success)
                foreach (var line in server.Lines)
                    output.WriteNote($"| {line}");
            return exitCode;
        }

        async Task<int> CheckAsync(Uri url, string secret)
        {
            using var caller = new EndpointCaller(url, secret, headers, TimeProvider.System);
            return await RunAsync(new(url, caller, headers), new(output), hello, steps, waits, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<int> RunAsync(SmokeChecks checks, SmokeOutput output, SmokeTarget hello, SmokeTarget steps, SmokeTarget waits, CancellationToken cancellationToken)
    {
        output.Begin();
        var (check, manifest) = await checks.ManifestAsync(cancellationToken).ConfigureAwait(false);
        output.Add(check);
        if (manifest is null)
            return output.End();

        await AddAsync("signed invoke", hello, Hello, invoke => checks.SignedAsync(invoke, cancellationToken)).ConfigureAwait(false);
        await AddAsync("wrong signature", hello, Hello, invoke => checks.RefusedAsync(invoke, InvokeSignature.Wrong, cancellationToken)).ConfigureAwait(false);
        await AddAsync("no signature", hello, Hello, invoke => checks.RefusedAsync(invoke, InvokeSignature.None, cancellationToken)).ConfigureAwait(false);
        await AddAsync("replayed step", steps, Steps, invoke => checks.ReplayAsync(invoke, cancellationToken)).ConfigureAwait(false);
        await AddAsync("suspension", waits, Waits, invoke => checks.SuspensionAsync(invoke, cancellationToken)).ConfigureAwait(false);
        return output.End();

        async Task AddAsync(string name, SmokeTarget target, Option<string> option, Func<SentInvoke, Task<SmokeCheck>> makeAsync) => output.Add(
            Find(manifest, target) is { } component
                ? await makeAsync(new() { RunId = SentInvoke.NewRunId(), ComponentName = target.Name, ComponentType = component.Type, Input = target.Input }).ConfigureAwait(false)
                : new(name, IsWell: false, $"there is no component {target.Name}: name one of yours with {option.Name} {SmokeTarget.Form}"));
    }

    private static ComponentSpec? Find(ImportedManifest manifest, SmokeTarget target) => manifest.Components.FirstOrDefault(component => component.Name == target.Name);

    private static Task<SmokeTarget> ReadAsync(ParseResult parsed, Option<string> option, CancellationToken cancellationToken) =>
        SmokeTarget.ReadAsync(parsed.GetRequiredValue(option), option.Name, cancellationToken);
}
