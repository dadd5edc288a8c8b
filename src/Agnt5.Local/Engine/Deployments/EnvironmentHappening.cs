namespace Agnt5.Local.Engine.Deployments;

/// <summary>Something that is asked of an environment.</summary>
/// <param name="AtMs">When, Unix ms.</param>
internal abstract record EnvironmentHappening(long AtMs);

/// <summary>A release is synced.</summary>
/// <param name="AtMs">When.</param>
/// <param name="Deployment">The release with a fresh id. Where provider and ref have a deployment already, that one stays and this one is dropped.</param>
/// <param name="Activates">Whether its routes become active.</param>
/// <param name="ReplacesRouteOwners">Whether it may take routes from their owners.</param>
internal sealed record Synced(long AtMs, DeploymentState Deployment, bool Activates = true, bool ReplacesRouteOwners = false) : EnvironmentHappening(AtMs);

/// <summary>A deployment's routes are to become active.</summary>
internal sealed record ActivationAsked(long AtMs, string DeploymentId, bool ReplacesRouteOwners = false) : EnvironmentHappening(AtMs);

/// <summary>An earlier deployment is to have its routes back.</summary>
/// <param name="AtMs">When.</param>
/// <param name="DeploymentId">The deployment, or <see langword="null"/> for the one that was active before the latest.</param>
internal sealed record RollbackAsked(long AtMs, string? DeploymentId = null) : EnvironmentHappening(AtMs);

/// <summary>A deployment is to start nothing more. It keeps its state and its routes.</summary>
internal sealed record DisableAsked(long AtMs, string DeploymentId, string Reason) : EnvironmentHappening(AtMs);

/// <summary>A disabled deployment is to start runs again.</summary>
internal sealed record EnableAsked(long AtMs, string DeploymentId, string? Reason = null) : EnvironmentHappening(AtMs);
