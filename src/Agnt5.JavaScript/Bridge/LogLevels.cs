using Microsoft.Extensions.Logging;

namespace Agnt5.JavaScript.Bridge;

/// <summary>
/// The least level that each category logs, from the environment: <c>Logging__LogLevel__Default</c>, <c>Logging__LogLevel__Agnt5</c>. The longest name that a category begins with counts.
/// </summary>
internal sealed class LogLevels
{
    private const string Prefix = "Logging__LogLevel__";
    private const string Default = "Default";

    private readonly List<(string Category, LogLevel Least)> _levels;

    public LogLevels(IReadOnlyDictionary<string, string> environment) => _levels =
    [
        .. from variable in environment
           where variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
           let level = Enum.TryParse<LogLevel>(variable.Value, ignoreCase: true, out var parsed) ? parsed : LogLevel.Information
           let category = variable.Key[Prefix.Length..].Replace("__", ".", StringComparison.Ordinal)
           orderby category.Length descending
           select (category, level),
    ];

    public LogLevel Of(string category)
    {
        foreach (var (name, least) in _levels)
        {
            if (category.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (category.Length == name.Length || category[name.Length] == '.'))
                return least;
        }

        foreach (var (name, least) in _levels)
        {
            if (name.Equals(Default, StringComparison.OrdinalIgnoreCase))
                return least;
        }

        return LogLevel.Information;
    }
}
