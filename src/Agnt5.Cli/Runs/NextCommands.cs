using Agnt5.Cli.Output;
using Agnt5.Local;

namespace Agnt5.Cli.Runs;

/// <summary>The commands that a person types next.</summary>
/// <param name="gateway">The gateway, or <see langword="null"/> where the commands find it by themselves.</param>
internal sealed class NextCommands(string? gateway)
{
    private const string Program = "dotnet agnt5";

    /// <summary>The commands for a gateway. Those of the usual local AGNT5 need no address.</summary>
    public static NextCommands For(Uri gateway) => new(gateway.GetLeftPart(UriPartial.Authority) is var address && address == LocalAgnt5Host.DefaultUrl ? null : address);

    /// <summary>What goes on with a paused run.</summary>
    public string For(string runId, RunPause pause) => pause switch
    {
        QuestionPause question => Command("answer", runId, question.Options.Count > 0 ? question.Options[0] : question.InputType == "approval" ? "approve" : "TEXT"),
        SignalPause signal => Command("signal", runId, signal.Name, "{}"),
        _ => Command("skip", runId),
    };

    public string Command(params IEnumerable<string> words) => $"{Program} {ShellText.Command(gateway is null ? words : [.. words, "--gateway", gateway])}";
}
