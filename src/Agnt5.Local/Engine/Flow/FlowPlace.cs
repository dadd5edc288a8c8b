namespace Agnt5.Local.Engine.Flow;

/// <summary>Where a run is accepted. The scopes of its keys follow from it.</summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="Environment">The environment's name. It has no colon (<c>EnvironmentName</c>).</param>
/// <param name="DeploymentId">The deployment that the run is pinned to.</param>
internal sealed record FlowPlace(string WorkspaceId, string ProjectId, string Environment, string DeploymentId);
