using System.Text;

namespace Agnt5.HostDifferences;

/// <summary>The answers of this host: one line for each probe, <c>name TAB value</c>, in ASCII.</summary>
internal sealed class Report
{
    private readonly StringBuilder _lines = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Asks one question. An exception is an answer too: its type.</summary>
    /// <exception cref="InvalidOperationException">Two probes have one name.</exception>
    public void Add(string name, Func<object?> ask)
    {
        if (!_names.Add(name))
            throw new InvalidOperationException($"Two probes are named '{name}'.");

        string answer;
        try
        {
            answer = Answer.Of(ask());
        }
        catch (Exception exception)
        {
            answer = $"throws {exception.GetType().Name}";
        }

        _lines.Append(Answer.Escaped(name)).Append('\t').Append(Answer.Escaped(answer)).Append('\n');
    }

    /// <summary>Asks one question of many values, and prints a hash of the answers.</summary>
    public void AddHash<T>(string name, IEnumerable<T> values, Func<T, object?> ask) => Add(name, () =>
    {
        var hash = 14695981039346656037UL;
        foreach (var value in values)
        {
            foreach (var character in Answer.Of(ask(value)))
                hash = (hash ^ character) * 1099511628211UL;
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    });

    public override string ToString() => _lines.ToString();
}
