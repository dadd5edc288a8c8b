namespace Agnt5;

/// <summary>What the runs that a <see cref="ConcurrencyAttribute"/> limits are counted over.</summary>
public enum ConcurrencyScope
{
    /// <summary>All runs of the project.</summary>
    Project,

    /// <summary>All runs of the deployment.</summary>
    Deployment,

    /// <summary>All runs of the component.</summary>
    Component,

    /// <summary>All runs of the workspace.</summary>
    Workspace,

    /// <summary>All runs of one key, whichever component they are of.</summary>
    Custom,
}
