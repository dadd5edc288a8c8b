using Microsoft.Extensions.Logging;

namespace Agnt5.JavaScript.Bridge;

/// <summary>
/// The least level that each category logs, from the environment: <c>Logging__LogLevel__Default</c>, <c>Logging__LogLevel__Agnt5</c>. The longest name that a category begins with counts.
/// </summary>
internal sealed class LogLevels
{
    private const string Prefix = "Logging__LogLevel__";
    private const string Default = "Default";

    private readonly Dictionary<string, LogLevel> _levels = new(StringComparer.OrdinalIgnoreCase);

    // Plain loops: it runs at each start, where a query costs more than what it finds.
    public LogLevels(IReadOnlyDictionary<string, string> environment)
    {
        foreach (var (name, value) in environment)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                _levels[name[Prefix.Length..].Replace("__", ".", StringComparison.Ordinal)] = Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) ? level : LogLevel.Information;
        }
    }

    public LogLevel Of(string category)
    {
        // From the whole name to its first part.
        for (var name = category; name.Length > 0; name = name[..Math.Max(name.LastIndexOf('.'), 0)])
        {
            if (_levels.TryGetValue(name, out var level))
                return level;
        }

        return _levels.GetValueOrDefault(Default, LogLevel.Information);
    }
}
