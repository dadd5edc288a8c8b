using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Hosting.Deployments;

/// <summary>A deployment that somebody changed, or wanted to.</summary>
/// <param name="Deployment">The deployment as it is now.</param>
/// <param name="Routes">The routes that it owns.</param>
/// <param name="Notices">What the caller should know although it was done.</param>
/// <param name="IsNew">Whether a sync made it, or found it.</param>
internal sealed record ChangedDeployment(DeploymentState Deployment, IReadOnlyList<string> Routes, IReadOnlyList<string> Notices, bool IsNew = false);
