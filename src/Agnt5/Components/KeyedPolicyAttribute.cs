namespace Agnt5;

/// <summary>The base of the flow-control policies that group runs by a key (protocol section 9). Use one of the derived attributes.</summary>
public abstract class KeyedPolicyAttribute : Attribute
{
    private protected KeyedPolicyAttribute()
    {
    }

    /// <summary>One key for all runs, emitted as <c>key</c> when it is set.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// The place of a run's key in its input, by JSON names: for example <c>input.accountId</c>, or <c>input.event.data.accountId</c> in a run that an event starts. Emitted as <c>key_expression</c>
    /// when it is set. Rule AGT3004 checks that the expression leads to a text, number, bool, enum, Guid or date. Set this or <see cref="Key"/>.
    /// </summary>
    public string? KeyExpression { get; set; }
}
