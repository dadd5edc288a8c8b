using System.Text.RegularExpressions;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>Reads in the output of <c>dotnet watch</c> why the project does not run.</summary>
internal sealed partial class ChildProblem
{
    private volatile string? _text;
    private bool _hasErrors;

    /// <summary>Why it does not run, or <see langword="null"/> where nothing says so.</summary>
    public string? Text => _text;

    /// <summary>It runs.</summary>
    public void Clear() => _text = null;

    public void Read(string line)
    {
        if (CompilerError().Match(line) is { Success: true } error)
        {
            _hasErrors = true;
            _text = $"It does not compile: {error.Groups[1].Value} above.";
        }
        else if (ExitCode().Match(line) is { Success: true } exit)
        {
            // A failed build ends with an exit code, too.
            if (!_hasErrors)
                _text = $"It ended with the exit code {exit.Groups[1].Value}. Its output above may say why.";
            _hasErrors = false;
        }
    }

    [GeneratedRegex(@"\berror ([A-Z]+[0-9]+)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex CompilerError();

    [GeneratedRegex(@"^dotnet watch .*[Ee]xited with error code (-?[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ExitCode();
}
