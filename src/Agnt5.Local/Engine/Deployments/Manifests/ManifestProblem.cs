namespace Agnt5.Local.Engine.Deployments;

/// <summary>Why a manifest is refused.</summary>
/// <param name="Path">The place in the manifest as a JSON path, for example <c>$.components[3].flow_control.retries.max_attempts</c>.</param>
/// <param name="Text">What is wrong there, and what to do.</param>
internal sealed record ManifestProblem(string Path, string Text)
{
    public override string ToString() => $"{Path}: {Text}";
}
