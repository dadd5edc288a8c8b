using System.ComponentModel;

namespace Agnt5;

/// <summary>Says which of the waiting runs AGNT5 starts first. Emitted as <c>flow_control.priority</c> of a workflow or function (protocol section 9).</summary>
/// <remarks>On an attribute class, the policy holds for each workflow and function with that attribute. On the assembly, it holds for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class PriorityAttribute : Attribute
{
    /// <summary>A priority by an <see cref="Expression"/>. AGNT5 does not accept one during the beta, so rule AGT3005 rejects it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PriorityAttribute()
    {
    }

    /// <summary>A priority by its name.</summary>
    /// <param name="level">The level, emitted as <c>{"level":"…"}</c>.</param>
    public PriorityAttribute(PriorityLevel level) => Level = level;

    /// <summary>A priority as a number.</summary>
    /// <param name="number">The number, emitted as it is.</param>
    public PriorityAttribute(int number) => Number = number;

    /// <summary>The level, or <see langword="null"/> where the priority is a number.</summary>
    public PriorityLevel? Level { get; }

    /// <summary>The number, or <see langword="null"/> where the priority is a level.</summary>
    public int? Number { get; }

    /// <summary>
    /// The place of a run's priority in its input. During the beta AGNT5 accepts only static priorities, so rule AGT3005 rejects an expression, and the manifest
    /// does not contain it.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? Expression { get; set; }
}
