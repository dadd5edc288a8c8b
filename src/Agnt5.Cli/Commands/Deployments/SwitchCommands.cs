using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Deployments;

/// <summary><c>dotnet agnt5 disable</c> and <c>enable</c>: let a deployment start nothing more, and again.</summary>
internal static class SwitchCommands
{
    private static readonly Option<string> Id = new("--deployment-id") { Description = "The deployment.", HelpName = "id", Required = true };
    private static readonly Option<string> ReasonOfDisable = new("--reason") { Description = "Why, for those who wonder later.", HelpName = "text", Required = true };
    private static readonly Option<string?> ReasonOfEnable = new("--reason") { Description = "Why, for those who wonder later.", HelpName = "text" };

    public static Command CreateDisable() =>
        Create("disable", "Lets a deployment start nothing more. Its runs keep their state.", "is disabled", ReasonOfDisable, static parsed => parsed.GetRequiredValue(ReasonOfDisable));

    public static Command CreateEnable() =>
        Create("enable", "Lets a deployment start runs again. Those that waited go on.", "is enabled", ReasonOfEnable, static parsed => parsed.GetValue(ReasonOfEnable));

    private static Command Create(string name, string description, string done, Option reason, Func<ParseResult, string?> readReason)
    {
        var command = new Command(name, description) { Id, reason, OfficialCli.Remote };
        GatewayOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => SwitchAsync(name, done, readReason(parsed), parsed, cancellationToken));
        return command;
    }

    private static async Task<int> SwitchAsync(string name, string done, string? reason, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(Id);
        if (parsed.GetValue(OfficialCli.Remote))
        {
            string[] words = [name, Id.Name, id, .. reason is null ? [] : (string[])["--reason", reason]];
            return await OfficialCli.RunAsync(parsed, words, cancellationToken).ConfigureAwait(false);
        }

        using var routes = GatewayOptions.ConnectLocally(parsed);
        var changed = await routes.PostAsync(
            $"/v1/deployments/{Uri.EscapeDataString(id)}/{name}",
            json =>
            {
                if (reason is not null)
                    json.WriteString("reason"u8, reason);
            },
            cancellationToken).ConfigureAwait(false);
        DeploymentOutput.Write(CommandOutput.Of(parsed), changed, done);
        return ExitCodes.Success;
    }
}
