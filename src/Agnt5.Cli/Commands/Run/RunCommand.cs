using System.CommandLine;
using System.Text.Json;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Input;
using Agnt5.Cli.Output;
using Agnt5.Cli.Runs;

namespace Agnt5.Cli.Commands.Run;

/// <summary><c>dotnet agnt5 run</c>: starts a run, and stays with it until it ends or waits for somebody else.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The component's name on the wire, for example approve_order." };
    private static readonly Option<string> Input = new("--input", "-i") { Description = $"The input: {JsonArgument.Forms}.", HelpName = "json", DefaultValueFactory = static _ => "{}" };
    private static readonly Option<string?> Type = new("--type") { Description = "What it is, where several components have the name." };
    private static readonly Option<bool> Follow = new("--follow") { Description = "Shows what happens, and stays through sleeps." };
    private static readonly Option<string[]> Answers = new("--answer") { Description = "Answers the next question. Repeat it for more.", HelpName = "text" };
    private static readonly Option<string[]> Signals = new("--signal") { Description = "Sends a signal once the run waits for it. Repeat it for more.", HelpName = "name=json" };
    private static readonly Option<string?> Session = new("--session") { Description = "The agent's session.", HelpName = "id" };
    private static readonly Option<string?> IdempotencyKey = new("--idempotency-key") { Description = "Starts one run only, however often the command is given.", HelpName = "key" };

    public static Command Create()
    {
        var command = new Command("run", "Starts a run, answers it, and shows what comes of it.") { Name, Input, Type, Follow, Answers, Signals, Session, IdempotencyKey };
        Type.AcceptOnlyFromAmong("workflow", "function", "agent", "tool");
        GatewayOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var gateway = GatewayOptions.Read(parsed);
        var input = await JsonArgument.ReadAsync(parsed.GetRequiredValue(Input), "--input", cancellationToken).ConfigureAwait(false);
        var replies = await RunReplies.ReadAsync(parsed.GetValue(Answers) ?? [], parsed.GetValue(Signals) ?? [], cancellationToken).ConfigureAwait(false);
        using var client = new Agnt5Client(gateway);
        var target = await TargetAsync(parsed, cancellationToken).ConfigureAwait(false);
        var options = new RunOptions { SessionId = parsed.GetValue(Session), IdempotencyKey = parsed.GetValue(IdempotencyKey) };
        var run = await client.SubmitAsync(target, input, options, cancellationToken).ConfigureAwait(false);

        var follower = new RunFollower(client, run.Id, CommandOutput.Of(parsed), NextCommands.For(gateway.Gateway)) { Follows = parsed.GetValue(Follow), Replies = replies };
        return await follower.FollowAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<RunTarget> TargetAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(Name);
        if (parsed.GetValue(Type) is { } type)
            return ComponentFinder.Target(type, name);
        using var routes = GatewayOptions.ConnectLocally(parsed);
        return await ComponentFinder.FindAsync(routes, name, cancellationToken).ConfigureAwait(false);
    }
}
