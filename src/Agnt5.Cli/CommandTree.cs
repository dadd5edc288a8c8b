using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Agnt5.Cli.Commands;
using Agnt5.Cli.Commands.Deployments;
using Agnt5.Cli.Commands.Dev;
using Agnt5.Cli.Commands.Diagram;
using Agnt5.Cli.Commands.Invoke;
using Agnt5.Cli.Commands.Manifest;
using Agnt5.Cli.Commands.Run;
using Agnt5.Cli.Commands.Smoke;
using Agnt5.Cli.Commands.Webhook;
using Agnt5.Cli.Output;

namespace Agnt5.Cli;

/// <summary>All commands, in the order in which the help tells them.</summary>
internal static class CommandTree
{
    /// <summary>The program's own name. The other way to call it is <c>dotnet agnt5</c>.</summary>
    private const string Program = "dotnet-agnt5";

    public static Command Create()
    {
        // A RootCommand would have the name of the assembly, which nobody types.
        var root = new Command(Program, "Runs, checks and deploys AGNT5 serverless endpoints.") { new HelpOption(), new VersionOption() };
        root.Options.Add(CommandOutput.FormatOption);
        root.Subcommands.Add(DevCommand.Create());
        root.Subcommands.Add(RunCommand.Create());
        root.Subcommands.Add(RunsCommand.Create());
        root.Subcommands.Add(AnswerCommand.Create());
        root.Subcommands.Add(SignalCommand.Create());
        root.Subcommands.Add(SkipCommand.Create());
        root.Subcommands.Add(CancelCommand.Create());
        root.Subcommands.Add(PublishCommand.Create());
        root.Subcommands.Add(WebhookCommand.Create());
        root.Subcommands.Add(ManifestCommand.Create());
        root.Subcommands.Add(ValidateCommand.Create());
        root.Subcommands.Add(DiagramCommand.Create());
        root.Subcommands.Add(InvokeCommand.Create());
        root.Subcommands.Add(SmokeCommand.Create());
        root.Subcommands.Add(SyncCommand.Create());
        root.Subcommands.Add(StatusCommand.Create());
        root.Subcommands.Add(SwitchCommands.CreateEnable());
        root.Subcommands.Add(SwitchCommands.CreateDisable());
        root.Subcommands.Add(SecretCommand.Create());
        root.Subcommands.Add(CompletionCommand.Create());
        root.Subcommands.Add(CompleteCommand.Create());
        return root;
    }

    /// <summary>How a command is called, for example <c>dotnet agnt5 secret new</c>.</summary>
    public static string NameOf(CommandResult command)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = command; at is CommandResult { Command: { Name: not Program } named }; at = at.Parent)
            names.Push(named.Name);
        return string.Join(' ', names.Prepend("dotnet agnt5"));
    }
}
