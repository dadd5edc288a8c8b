namespace Agnt5;

/// <summary>What a tool may know of a call that no invoke request made.</summary>
public sealed class ToolCallOptions
{
    /// <summary>Names the call, the same each time that it is tried again (see <see cref="FunctionContext.IdempotencyKey"/>). Default: a new id.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The call's metadata, text by key. The keys of protocol section 6, "Caller", make <see cref="ComponentContext.Caller"/>.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
