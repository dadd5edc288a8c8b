using System.Text;

namespace Agnt5.Shared;

/// <summary>The names of components on the wire.</summary>
internal static class ComponentNames
{
    private const string AsyncSuffix = "Async";

    /// <summary>
    /// The name of a component without a name in its attribute: <c>LookupOrderAsync</c> is <c>lookup_order</c>, <c>HTTPGetURL</c> is <c>http_get_url</c>.
    /// </summary>
    public static string DefaultName(string methodName)
    {
        var name = methodName.Length > AsyncSuffix.Length && methodName.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            ? methodName.Substring(0, methodName.Length - AsyncSuffix.Length)
            : methodName;
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (StartsWord(name, i) && snake.Length > 0 && snake[snake.Length - 1] != '_')
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    /// <summary>The problem with a name, or <see langword="null"/>. AGNT5 trims names, and URLs and logs contain them.</summary>
    public static string? FindProblem(string name) =>
        string.IsNullOrWhiteSpace(name) ? "is blank"
        : name.Any(char.IsControl) ? "has a control character"
        : name.Trim().Length != name.Length ? "begins or ends with white space"
        : null;

    // A capital starts a word after a small letter or a digit, and where it ends a run of capitals: the G of HTTPGet.
    private static bool StartsWord(string name, int index) =>
        index > 0 && char.IsUpper(name[index]) && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
