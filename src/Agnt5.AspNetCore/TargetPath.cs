namespace Agnt5.AspNetCore;

/// <summary>The path of a request as it stands in the request line: not decoded, without query, and without the authority of an absolute-form target.</summary>
internal static class TargetPath
{
    /// <param name="target">The target of the request line.</param>
    public static string Of(string target)
    {
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? target : target[..end];
        if (path.StartsWith('/'))
            return path;

        var authority = path.IndexOf("://", StringComparison.Ordinal);
        var start = authority < 0 ? -1 : path.IndexOf('/', authority + 3);
        return start < 0 ? path : path[start..];
    }
}
