using System.CommandLine;
using System.Text.Json;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;
using Spectre.Console;

namespace Agnt5.Cli.Commands.Deployments;

/// <summary><c>dotnet agnt5 status</c>: shows deployments, and with <c>--verify</c> whether one is healthy.</summary>
internal static class StatusCommand
{
    private const int LongestCell = 60;

    private static readonly Option<string?> Id = new("--deployment-id") { Description = "The deployment. Default: all that the local AGNT5 has; to verify, the newest.", HelpName = "id" };
    private static readonly Option<bool> Verify = new("--verify") { Description = "Asks the endpoint. Ends with 1 unless it is healthy." };

    public static Command Create()
    {
        var command = new Command("status", "Shows deployments, and whether one is healthy.") { Id, Verify, OfficialCli.Remote };
        SecretOptions.AddTo(command);
        GatewayOptions.AddTo(command);
        command.Validators.Add(static result =>
        {
            if (result.GetValue(OfficialCli.Remote) && result.GetValue(Id) is null)
                result.AddError("Name the deployment of AGNT5 with --deployment-id.");
        });
        command.SetAction(ShowAsync);
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (id, verifies) = (parsed.GetValue(Id), parsed.GetValue(Verify));
        if (parsed.GetValue(OfficialCli.Remote))
            return await OfficialCli.RunAsync(parsed, ["status", Id.Name, id!, .. verifies ? [Verify.Name] : (string[])[]], cancellationToken).ConfigureAwait(false);

        using var routes = GatewayOptions.ConnectLocally(parsed);
        JsonElement[] deployments = id is not null
            ? [await routes.GetAsync($"/v1/deployments/{Uri.EscapeDataString(id)}", cancellationToken).ConfigureAwait(false)]
            : [.. (await routes.GetAsync("/v1/deployments", cancellationToken).ConfigureAwait(false)).Items("items")];
        var output = CommandOutput.Of(parsed);
        if (!verifies)
        {
            Write(output, deployments);
            return ExitCodes.Success;
        }

        if (deployments is not [var deployment, ..])
            throw new CliException(ExitCodes.Failed, "NO_DEPLOYMENT", "Nothing was synced yet, so there is nothing to verify. Sync an endpoint first.");
        var checks = await DeploymentChecks.MakeAsync(deployment, SecretOptions.Read(parsed), cancellationToken).ConfigureAwait(false);
        Write(output, deployment, checks);
        return checks.All(static check => check.IsWell) ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static void Write(CommandOutput output, JsonElement[] deployments)
    {
        if (output.IsJson)
        {
            output.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var deployment in deployments)
                    deployment.WriteTo(json);
                json.WriteEndArray();
            });
            return;
        }

        var table = new Table().Border(TableBorder.None).AddColumns("Deployment", "Environment", "Status", "Ref", "URL");
        foreach (var deployment in deployments)
            table.AddRow(Cell(deployment, "deployment_id"), Cell(deployment, "environment"), Cell(deployment, "status"), Cell(deployment, "immutable_ref"), Cell(deployment, "url"));
        output.Console.Write(table);

        static Text Cell(JsonElement deployment, string name) => new(TerminalText.Line(deployment.Text(name) ?? "", LongestCell));
    }

    private static void Write(CommandOutput output, JsonElement deployment, IReadOnlyList<DeploymentCheck> checks)
    {
        if (output.IsJson)
        {
            output.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("deployment_id"u8, deployment.Text("deployment_id"));
                json.WriteBoolean("healthy"u8, checks.All(static check => check.IsWell));
                json.WriteStartObject("checks"u8);
                foreach (var check in checks)
                    json.WriteString(check.Name, check.Result);
                json.WriteEndObject();
                json.WriteEndObject();
            });
            return;
        }

        output.Out.WriteLine($"The deployment {deployment.Text("deployment_id")} is {(checks.All(static check => check.IsWell) ? "healthy" : "not healthy")}.");
        foreach (var check in checks)
            output.Out.WriteLine(output.Paint($"  {check.Name}: {TerminalText.Line(check.Result, 600)}", check.IsWell ? Paint.Green : Paint.Red));
    }
}
