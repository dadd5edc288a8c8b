namespace Agnt5;

/// <summary>What flow-control policies that group runs by a key have in common (protocol section 9). Use one of the derived attributes.</summary>
public abstract class KeyedPolicyAttribute : Attribute
{
    private protected KeyedPolicyAttribute()
    {
    }

    /// <summary>One key for all runs, emitted as <c>key</c> when it is set.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// Where a run's key stands in its input, emitted as <c>key_expression</c> when it is set: <c>input.accountId</c>, for example, by the member's JSON name; in a run that an event starts,
    /// <c>input.event.data.accountId</c>. Rule AGT3004 checks that it leads to a text, number, bool, enum, Guid or date. Give this or <see cref="Key"/>.
    /// </summary>
    public string? KeyExpression { get; set; }
}
