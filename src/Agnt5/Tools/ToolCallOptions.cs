namespace Agnt5;

/// <summary>Options of a call through <see cref="ToolHost"/>, which no invoke request describes.</summary>
public sealed class ToolCallOptions
{
    /// <summary>Identifies the call (see <see cref="FunctionContext.IdempotencyKey"/>). Give the same key when you try a call again. Default: a new id.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The call's metadata, texts by key. <see cref="ComponentContext.Caller"/> is read from the keys of protocol section 6, "Caller".</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>
    /// Gets each event that the tool emits, at once and one after the other, until the call ends. It runs within the tool's <c>EmitAsync</c>, so it must return soon. Default: events go nowhere.
    /// </summary>
    public Action<ToolEvent>? OnEvent { get; init; }
}
