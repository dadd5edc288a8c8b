using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Input;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 signal</c>: sends a run a signal.</summary>
internal static class SignalCommand
{
    private static readonly Argument<string> Run = RunArgument.Create();
    private static readonly Argument<string> Name = new("name") { Description = "The signal's name." };
    private static readonly Argument<string> Payload = new("payload") { Description = $"What comes with it: {JsonArgument.Forms}.", DefaultValueFactory = static _ => "{}" };

    public static Command Create()
    {
        var command = new Command("signal", "Sends a run a signal. A run that does not wait for it keeps it.") { Run, Name, Payload };
        GatewayOptions.AddTo(command);
        command.SetAction(SendAsync);
        return command;
    }

    private static async Task<int> SendAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var payload = await JsonArgument.ReadAsync(parsed.GetRequiredValue(Payload), "The payload", cancellationToken).ConfigureAwait(false);
        using var client = GatewayOptions.Connect(parsed);
        var sent = await client.SignalAsync(parsed.GetRequiredValue(Run), parsed.GetRequiredValue(Name), payload, cancellationToken: cancellationToken).ConfigureAwait(false);
        CommandOutput.Of(parsed).WriteDone(
            sent.Resumed ? $"The run {sent.RunId} waited for {sent.SignalName} and goes on." : $"The run {sent.RunId} keeps {sent.SignalName} until it waits for it.",
            json =>
            {
                json.WriteString("run_id"u8, sent.RunId);
                json.WriteString("signal_name"u8, sent.SignalName);
                if (sent.SignalId is { } id)
                    json.WriteString("signal_id"u8, id);
                json.WriteBoolean("resumed"u8, sent.Resumed);
            });
        return ExitCodes.Success;
    }
}
