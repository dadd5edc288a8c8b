using System.ComponentModel;

namespace Agnt5;

/// <summary>What happens to a run of a singleton that finds another one running. AGNT5 accepts <see cref="Queue"/> alone during the beta (protocol section 9).</summary>
public enum SingletonMode
{
    /// <summary>It waits.</summary>
    Queue,

    /// <summary>It is left out. Not accepted during the beta: rule AGT3006 rejects it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Skip,

    /// <summary>The one that runs is cancelled. Not accepted during the beta: rule AGT3006 rejects it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Cancel,
}
