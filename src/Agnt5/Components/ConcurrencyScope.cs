namespace Agnt5;

/// <summary>Says which runs a <see cref="ConcurrencyAttribute"/> counts together.</summary>
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

    /// <summary>All runs with one key, across components.</summary>
    Custom,
}
