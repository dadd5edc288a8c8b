using System.Text.Json;
using Agnt5.Cli.Output;
using Agnt5.Cli.Runs;
using Agnt5.Local.Hosting.Deployments;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>What <c>dev</c> shows: text for people, or one JSON document a line. Its parts happen at the same time, and a line is written as a whole.</summary>
internal sealed class DevScreen(CommandOutput output, Uri gateway)
{
    private readonly Lock _writing = new();
    private readonly NextCommands _commands = NextCommands.For(gateway);
    private string[] _components = [];
    private bool _hasBegun;

    public NextCommands Commands => _commands;

    public bool IsJson => output.IsJson;

    /// <summary>Something beside the runs. A pipe does not get it.</summary>
    public void Note(string text)
    {
        lock (_writing)
            output.WriteNote(text);
    }

    /// <summary>A line of the project's own output.</summary>
    public void ProjectLine(string line) => Note($"  | {TerminalText.Log(line)}");

    /// <summary>A line about a run.</summary>
    public void Line(string text, Paint paint = Paint.None)
    {
        lock (_writing)
            output.Out.WriteLine(output.Paint(text, paint));
    }

    public void Json(Action<Utf8JsonWriter> write)
    {
        lock (_writing)
            output.WriteJsonLine(write);
    }

    /// <summary>The endpoint was synced: for the first time, or after its manifest changed.</summary>
    public void Synced(ChangedDeployment changed, ReadOnlyMemory<byte> manifest, Uri url)
    {
        var deployment = changed.Deployment;
        string[] components = [.. deployment.Components.Select(static component => $"{component.Type} {component.Name}")];
        if (IsJson)
        {
            Json(json => DevJson.WriteSynced(json, gateway, url, deployment));
        }
        else if (_hasBegun)
        {
            string[] changes = [.. components.Except(_components).Select(static name => $"+ {name}"), .. _components.Except(components).Select(static name => $"- {name}")];
            Line(TerminalText.Line($"The endpoint has changed{(changes.Length > 0 ? $": {string.Join(", ", changes)}" : "")}. Paused runs go on with it."), Paint.Bold);
        }
        else
        {
            Line($"AGNT5 is at {gateway.GetLeftPart(UriPartial.Authority)}. The other commands find it and its key.", Paint.Bold);
            Line($"The endpoint is at {url.GetLeftPart(UriPartial.Path)}, with");
            foreach (var component in components)
                Line($"  {TerminalText.Line(component)}");
            if (deployment.Components is [var first, ..])
                Line($"Start a run in another terminal: {_commands.Command("run", first.Name, "--input", SampleInput.Of(manifest, first))}");
            Line("Ctrl+C ends it.", Paint.Dim);
        }

        (_components, _hasBegun) = (components, true);
        foreach (var notice in changed.Notices)
            Note(notice);
    }

    /// <summary>The endpoint does not answer.</summary>
    public void Away(string reason) =>
        State("dev.away", $"The endpoint is away. {TerminalText.Line(reason, 600)} Runs wait for it; edit, and it is taken up again.", Paint.Red);

    /// <summary>It answers again, as it was.</summary>
    public void Back() => State("dev.back", "The endpoint is back.", Paint.Green);

    private void State(string type, string text, Paint paint)
    {
        if (IsJson)
            Json(json => DevJson.WriteState(json, type, text));
        else
            Line(text, paint);
    }
}
