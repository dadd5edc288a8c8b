namespace Agnt5.Execution;

/// <summary>
/// Whose records the durable calls of a context are. Those of a workflow stand under the names that it gave them; those of a part of a run may stand together under a prefix, so that another part
/// does not find them and they can be dropped together (protocol section 6, <c>agnt5:agent</c>).
/// </summary>
internal sealed class DurableScope
{
    private readonly string? _prefix;

    private DurableScope(string? prefix) => _prefix = prefix;

    /// <summary>The scope of a workflow.</summary>
    public static DurableScope Run { get; } = new(prefix: null);

    /// <summary>The scope of a part of a run.</summary>
    /// <param name="prefix">How the keys of its records begin.</param>
    public static DurableScope Under(string prefix) => new(prefix);

    /// <summary>The key under which a step or timer of the user's is recorded.</summary>
    /// <param name="name">Its name or <c>name:key</c>.</param>
    public string Named(string name) => _prefix is null ? name : $"{_prefix}step:{name}";

    /// <summary>A key of <see cref="Named"/> as the user knows it.</summary>
    public string Shown(string key) => _prefix is not null && key.StartsWith(Named(""), StringComparison.Ordinal) ? key[Named("").Length..] : key;
}
