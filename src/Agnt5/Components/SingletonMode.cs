using System.ComponentModel;

namespace Agnt5;

/// <summary>Says what happens to a run of a singleton while an earlier run is going on. During the beta AGNT5 accepts only <see cref="Queue"/> (protocol section 9).</summary>
public enum SingletonMode
{
    /// <summary>The new run waits.</summary>
    Queue,

    /// <summary>The new run is dropped. Not accepted during the beta: rule AGT3006 rejects it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Skip,

    /// <summary>The earlier run is cancelled. Not accepted during the beta: rule AGT3006 rejects it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Cancel,
}
