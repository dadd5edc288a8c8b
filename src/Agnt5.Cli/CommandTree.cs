using System.CommandLine;
using System.CommandLine.Parsing;
using Agnt5.Cli.Commands;
using Agnt5.Cli.Output;

namespace Agnt5.Cli;

/// <summary>All commands, in the order in which the help tells them.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Runs, checks and deploys AGNT5 serverless endpoints.");
        root.Options.Add(CommandOutput.FormatOption);
        root.Subcommands.Add(RunsCommand.Create());
        root.Subcommands.Add(SecretCommand.Create());
        return root;
    }

    /// <summary>How a command is called, for example <c>dotnet agnt5 secret new</c>.</summary>
    public static string NameOf(CommandResult command)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = command; at is CommandResult { Command: not RootCommand } named; at = at.Parent)
            names.Push(named.Command.Name);
        return string.Join(' ', names.Prepend("dotnet agnt5"));
    }
}
