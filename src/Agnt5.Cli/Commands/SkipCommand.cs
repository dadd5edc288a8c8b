using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 skip</c>: ends the sleep of a run now. Only the local AGNT5 can.</summary>
internal static class SkipCommand
{
    // A run that was answered just now is still on its way to the sleep. The gateway waits as long again for what comes after it.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    private static readonly Argument<string> Run = RunArgument.Create();

    public static Command Create()
    {
        var command = new Command("skip", "Ends the sleep of a run on the local AGNT5 now.") { Run };
        GatewayOptions.AddTo(command);
        command.SetAction(SkipAsync);
        return command;
    }

    private static async Task<int> SkipAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var routes = GatewayOptions.ConnectLocally(parsed);
        var runId = parsed.GetRequiredValue(Run);
        var run = await routes.PostAsync($"/v1/runs/{Uri.EscapeDataString(runId)}/skip", static _ => { }, cancellationToken, Wait).ConfigureAwait(false);
        var status = run.Text("status") ?? "going on";
        CommandOutput.Of(parsed).WriteDone($"The run {runId} sleeps no longer, and is {status} now.", json =>
        {
            json.WriteString("run_id"u8, run.Text("run_id") ?? runId);
            json.WriteString("status"u8, status);
        });
        return ExitCodes.Success;
    }
}
