using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 cancel</c>: cancels a run.</summary>
internal static class CancelCommand
{
    private static readonly Argument<string> Run = RunArgument.Create();
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, for those who wonder later.", HelpName = "text" };

    public static Command Create()
    {
        var command = new Command("cancel", "Cancels a run.") { Run, Reason };
        GatewayOptions.AddTo(command);
        command.SetAction(CancelAsync);
        return command;
    }

    private static async Task<int> CancelAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = GatewayOptions.Connect(parsed);
        var runId = parsed.GetRequiredValue(Run);
        await client.CancelAsync(runId, parsed.GetValue(Reason), cancellationToken: cancellationToken).ConfigureAwait(false);
        CommandOutput.Of(parsed).WriteDone($"The run {runId} is cancelled.", json => json.WriteString("run_id"u8, runId));
        return ExitCodes.Success;
    }
}
