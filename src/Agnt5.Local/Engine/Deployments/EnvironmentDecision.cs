namespace Agnt5.Local.Engine.Deployments;

/// <summary>An environment's answer to what was asked of it.</summary>
/// <param name="State">The environment from now on. What is refused changes nothing.</param>
/// <param name="DeploymentId">The deployment that it was about, or <see langword="null"/> when there is none.</param>
/// <param name="Refusal">Why it was refused, or <see langword="null"/>.</param>
/// <param name="Notices">What the caller should know although it was done.</param>
internal sealed record EnvironmentDecision(EnvironmentState State, string? DeploymentId, EnvironmentRefusal? Refusal, IReadOnlyList<string> Notices);

/// <summary>Why something is refused.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="Message">What happened, and what to do.</param>
internal sealed record EnvironmentRefusal(string Code, string Message);
