using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Smoke;

/// <summary>Writes checks: each as a line when it is made, or all in one document.</summary>
internal sealed class SmokeOutput(CommandOutput output)
{
    private const int LongestResult = 400;

    private readonly List<SmokeCheck> _checks = [];

    /// <summary>Says that there is a secret, before anything is sent.</summary>
    public void Begin()
    {
        if (!output.IsJson)
            output.Out.WriteLine("signing=enabled");
    }

    public void Add(SmokeCheck check)
    {
        _checks.Add(check);
        if (!output.IsJson)
            output.Out.WriteLine($"{output.Paint(check.IsWell ? "ok    " : "failed", check.IsWell ? Paint.Green : Paint.Red)}  {check.Name}: {TerminalText.Line(check.Result, LongestResult)}");
    }

    /// <returns>The exit code.</returns>
    public int End()
    {
        var isWell = _checks.TrueForAll(static check => check.IsWell);
        if (output.IsJson)
            output.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("signing"u8, "enabled"u8);
                json.WriteBoolean("healthy"u8, isWell);
                json.WriteStartArray("checks"u8);
                foreach (var check in _checks)
                {
                    json.WriteStartObject();
                    json.WriteString("name"u8, check.Name);
                    json.WriteBoolean("ok"u8, check.IsWell);
                    json.WriteString("result"u8, check.Result);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        return isWell ? ExitCodes.Success : ExitCodes.Failed;
    }
}
