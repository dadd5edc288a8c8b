using System.CommandLine;

namespace Agnt5.Cli.Commands;

/// <summary>The argument of commands about one run.</summary>
internal static class RunArgument
{
    public static Argument<string> Create() => new("run") { Description = "The run's id, as 'dotnet agnt5 runs' lists it; on the local AGNT5 also last." };
}
