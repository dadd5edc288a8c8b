namespace Agnt5.Execution;

/// <summary>
/// The key space of a context's records. A workflow's records stand under the names that the workflow gave them. A part of a run may put its records under a prefix: other parts then do not find
/// them, and they can be removed together (protocol section 6, <c>agnt5:agent</c>).
/// </summary>
internal sealed class DurableScope
{
    private readonly string? _prefix;

    private DurableScope(string? prefix) => _prefix = prefix;

    /// <summary>The scope of a workflow.</summary>
    public static DurableScope Run { get; } = new(prefix: null);

    /// <summary>Whether records stand under the names that the code gave them.</summary>
    public bool IsRun => _prefix is null;

    /// <summary>The scope of a part of a run.</summary>
    /// <param name="prefix">The prefix of the keys of its records.</param>
    public static DurableScope Under(string prefix) => new(prefix);

    /// <summary>The key under which a user's step or timer is recorded.</summary>
    /// <param name="name">Its name or <c>name:key</c>.</param>
    public string Named(string name) => _prefix is null ? name : $"{_prefix}step:{name}";

    /// <summary>A key from <see cref="Named"/> as the user knows it.</summary>
    public string Shown(string key) => _prefix is not null && key.StartsWith(Named(""), StringComparison.Ordinal) ? key[Named("").Length..] : key;
}
