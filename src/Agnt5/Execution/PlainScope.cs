using System.Collections;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>
/// A scope of a component's logger, whose texts cannot look like another line. Every line of the scope repeats them, and they usually come from the caller: the run's id, a session, a client's name.
/// </summary>
internal sealed class PlainScope : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _values;
    private readonly string _text;

    private PlainScope(KeyValuePair<string, object?>[] values, string text) => (_values, _text) = (values, text);

    public int Count => _values.Length;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    /// <summary>The scope without characters that break lines, control terminals or hide; <see langword="null"/> when the scope has none and can be opened as it is.</summary>
    /// <param name="state">The scope: a text, names and values, or any other object, which loggers show as its text.</param>
    public static PlainScope? Of(object state)
    {
        KeyValuePair<string, object?>[] given = state is IEnumerable<KeyValuePair<string, object?>> values ? [.. values] : [];
        var text = TextOf(state);
        return CallerText.IsPlain(text) && Array.TrueForAll(given, static pair => CallerText.IsPlain(pair.Key) && CallerText.IsPlain(TextOf(pair.Value)))
            ? null
            : new PlainScope(Array.ConvertAll(given, Clean), CallerText.Clean(text));
    }

    private static KeyValuePair<string, object?> Clean(KeyValuePair<string, object?> pair) =>
        new(CallerText.Clean(pair.Key), TextOf(pair.Value) is var text && CallerText.IsPlain(text) ? pair.Value : CallerText.Clean(text));

    // Loggers show a value as its text, and that of a record or of JSON has the texts in it.
    private static string TextOf(object? value) => FormattableString.Invariant($"{value}");

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => _text;
}
