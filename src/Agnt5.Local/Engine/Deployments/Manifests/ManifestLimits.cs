namespace Agnt5.Local.Engine.Deployments;

/// <summary>How large a manifest and its values may be.</summary>
internal static class ManifestLimits
{
    /// <summary>The most components. A service has tens of them; the engine stays quick with as many as this.</summary>
    public const int Components = 10_000;

    /// <summary>The most triggers of one component.</summary>
    public const int Triggers = 1_000;

    /// <summary>The longest names, in UTF-16 units. They are parts of routes, keys and URLs.</summary>
    public const int NameLength = 256;

    /// <summary>The longest fixed keys and key expressions, in UTF-16 units.</summary>
    public const int KeyLength = 1_024;

    /// <summary>The largest whole number that every reader of JSON holds exactly.</summary>
    public const long LargestNumber = 9_007_199_254_740_991;
}
