using System.CommandLine;
using System.CommandLine.Parsing;

namespace Agnt5.Cli.Commands;

/// <summary>The argument of commands about one run.</summary>
internal static class RunArgument
{
    public static Argument<string> Create()
    {
        var run = new Argument<string>("run") { Description = "The run's id, as 'dotnet agnt5 runs' lists it; on the local AGNT5 also last." };
        run.Validators.Add(RefuseEmpty);
        return run;
    }

    /// <summary>A variable of a script that is not set leaves an empty text behind.</summary>
    public static void RefuseEmpty(ArgumentResult run)
    {
        if (run.Tokens is [{ Value: var id }] && string.IsNullOrWhiteSpace(id))
            run.AddError("The run's id is empty. 'dotnet agnt5 runs' lists the ids.");
    }
}
