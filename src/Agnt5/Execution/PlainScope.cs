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
    /// <param name="state">The scope: a text, or names and values. Nothing is known of other states.</param>
    public static PlainScope? Of(object state)
    {
        if (state is string text)
            return CallerText.IsPlain(text) ? null : new PlainScope([], CallerText.Clean(text));
        if (state is not IEnumerable<KeyValuePair<string, object?>> values)
            return null;

        KeyValuePair<string, object?>[] given = [.. values];
        return Array.TrueForAll(given, static pair => CallerText.IsPlain(pair.Key) && (pair.Value is not string value || CallerText.IsPlain(value)))
            ? null
            : new PlainScope(Array.ConvertAll(given, Clean), CallerText.Clean($"{state}"));
    }

    private static KeyValuePair<string, object?> Clean(KeyValuePair<string, object?> pair) => new(CallerText.Clean(pair.Key), pair.Value is string value ? CallerText.Clean(value) : pair.Value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => _text;
}
