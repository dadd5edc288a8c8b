using Agnt5.JavaScript.Bridge;

namespace Agnt5;

/// <summary>
/// What the JavaScript side hands to the components in its option <c>services</c>: texts, and functions that take a text and return one. Ask for it in a constructor, or as a parameter of a component.
/// </summary>
public sealed class JavaScriptServices
{
    private readonly Engine _engine;
    private readonly int _endpoint;
    private readonly IReadOnlyDictionary<string, string?> _values;

    /// <param name="engine">Where functions are called.</param>
    /// <param name="endpoint">The endpoint whose services these are.</param>
    /// <param name="values">Texts by name. A function has no text.</param>
    internal JavaScriptServices(Engine engine, int endpoint, IReadOnlyDictionary<string, string?> values)
    {
        _engine = engine;
        _endpoint = endpoint;
        _values = values;
    }

    /// <summary>A text.</summary>
    /// <param name="name">Its name in <c>services</c>.</param>
    /// <returns>The text, or <see langword="null"/> when there is none of this name. The name of a function has none.</returns>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>Calls a function, and waits for its promise when it returns one.</summary>
    /// <param name="name">Its name in <c>services</c>.</param>
    /// <param name="argument">The argument, often JSON.</param>
    /// <param name="cancellationToken">Ends the waiting. The function is not told.</param>
    /// <returns>What the function returned.</returns>
    /// <exception cref="InvalidOperationException"><c>services</c> has no function of this name.</exception>
    /// <exception cref="JavaScriptException">The function threw, or returned something else than a text.</exception>
    public Task<string> CallAsync(string name, string argument = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(argument);
        if (_values.TryGetValue(name, out var text) && text is null)
            return _engine.CallAsync(_endpoint, name, argument, cancellationToken);

        var functions = string.Join(", ", _values.Where(static value => value.Value is null).Select(static value => value.Key));
        throw new InvalidOperationException(
            $"The JavaScript side handed in no function '{name}'{(functions.Length > 0 ? $", but {functions}" : "")}. Add it to the option services where the handler is created.");
    }
}
