namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>What happened to a part of a manifest.</summary>
internal enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One difference between two manifests.</summary>
/// <param name="Subject">What it is about: a component as <c>workflow:ship_order</c>, or <c>service</c>.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="IsBreaking">Whether callers, triggers or runs that relied on the old manifest break.</param>
/// <param name="Text">The difference in words.</param>
internal sealed record ManifestChange(string Subject, ChangeKind Kind, bool IsBreaking, string Text);
