using System.CommandLine;
using System.Globalization;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;
using Agnt5.Cli.Runs;
using Spectre.Console;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 runs</c>: lists runs, newest first, or tells what happened in one.</summary>
internal static class RunsCommand
{
    private static readonly Argument<string?> Run = new("run") { Description = "Tells what happened in this run, in place of the list.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<RunStatus?> Status = new("--status") { Description = "Only runs with this status." };
    private static readonly Option<string?> Component = new("--component") { Description = "Only runs of this component, by its name on the wire.", HelpName = "name" };
    private static readonly Option<int> Limit = new("--limit") { Description = "How many runs at most.", DefaultValueFactory = static _ => 20 };

    public static Command Create()
    {
        var command = new Command("runs", "Lists runs, newest first, or tells what happened in one.") { Run, Status, Component, Limit };
        Run.Validators.Add(RunArgument.RefuseEmpty);
        GatewayOptions.AddTo(command);
        command.SetAction(static (parsed, cancellationToken) => parsed.GetValue(Run) is { } runId ? TellAsync(runId, parsed, cancellationToken) : ListAsync(parsed, cancellationToken));
        return command;
    }

    private static async Task<int> TellAsync(string runId, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = GatewayOptions.Connect(parsed);
        var events = await client.EventsAsync(runId, cancellationToken: cancellationToken).ConfigureAwait(false);
        var output = CommandOutput.Of(parsed);
        if (output.IsJson)
        {
            output.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var happened in events)
                    EventJson.Write(json, happened, runId);
                json.WriteEndArray();
            });
            return ExitCodes.Success;
        }

        foreach (var happened in events)
            if (EventText.Of(happened) is { } text)
                output.Out.WriteLine($"{happened.Timestamp?.LocalDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}  {text}");
        return ExitCodes.Success;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = GatewayOptions.Connect(parsed);
        var filter = new RunFilter { Status = parsed.GetValue(Status), ComponentName = parsed.GetValue(Component), Limit = parsed.GetValue(Limit) };
        var runs = await client.ListRunsAsync(filter, cancellationToken: cancellationToken).ConfigureAwait(false);
        var output = CommandOutput.Of(parsed);
        if (output.IsJson)
        {
            output.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var run in runs)
                    RunJson.Write(json, run);
                json.WriteEndArray();
            });
            return ExitCodes.Success;
        }

        var table = new Table().Border(TableBorder.None).AddColumns("Run", "Component", "Status", "Created (UTC)");
        foreach (var run in runs)
        {
            var created = run.CreatedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
            table.AddRow(new Text(run.RunId), new Text(run.Component ?? ""), new Text(StatusText.Of(run.Status)), new Text(created));
        }

        output.Console.Write(table);
        return ExitCodes.Success;
    }
}
