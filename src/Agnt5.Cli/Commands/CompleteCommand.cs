using System.CommandLine;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 complete</c>: what may come next in a command line. The scripts of <see cref="CompletionCommand"/> ask it.</summary>
internal static class CompleteCommand
{
    private static readonly Argument<int> Position = new("position") { Description = "Where the cursor is." };
    private static readonly Argument<string> Line = new("line") { Description = "The command line, from its first word." };

    public static Command Create()
    {
        var command = new Command("complete", "Says what may come next in a command line.") { Position, Line };
        command.Hidden = true;
        command.SetAction(Complete);
        return command;
    }

    private static int Complete(ParseResult parsed)
    {
        var line = parsed.GetRequiredValue(Line);
        var position = Math.Clamp(parsed.GetRequiredValue(Position), 0, line.Length);
        // The first word is the program, whatever path it has.
        var first = line.IndexOf(' ', StringComparison.Ordinal) + 1;
        if (first == 0 || position < first)
            return ExitCodes.Success;
        // Other names of --help, which nobody types.
        foreach (var completion in CommandTree.Create().Parse(line[first..]).GetCompletions(position - first))
            if (completion.Label is not ("/?" or "/h" or "-?"))
                parsed.InvocationConfiguration.Output.WriteLine(completion.Label);
        return ExitCodes.Success;
    }
}
