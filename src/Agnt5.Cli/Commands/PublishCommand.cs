using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Input;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 publish</c>: publishes an event, which starts the workflows that it triggers.</summary>
internal static class PublishCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The event's name, for example order.created." };
    private static readonly Argument<string> Payload = new("payload") { Description = $"What the workflows get: {JsonArgument.Forms}." };
    private static readonly Option<string?> Id = new("--id") { Description = "The event's id. An event with the same id counts once. Default: a new one.", HelpName = "text" };

    public static Command Create()
    {
        var command = new Command("publish", "Publishes an event, which starts the workflows that it triggers.") { Name, Payload, Id };
        GatewayOptions.AddTo(command);
        command.SetAction(PublishAsync);
        return command;
    }

    private static async Task<int> PublishAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var payload = await JsonArgument.ReadAsync(parsed.GetRequiredValue(Payload), "The payload", cancellationToken).ConfigureAwait(false);
        using var client = GatewayOptions.Connect(parsed);
        var receipt = await client.PublishAsync(parsed.GetRequiredValue(Name), payload, new() { EventId = parsed.GetValue(Id) }, cancellationToken).ConfigureAwait(false);
        ReceiptOutput.Write(CommandOutput.Of(parsed), receipt.EventId, receipt.EventName, receipt.IsDuplicate, receipt.RunIds);
        return ExitCodes.Success;
    }
}
