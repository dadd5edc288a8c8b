using System.Text;

namespace Agnt5.Client.Wire;

/// <summary>Writes paths of the gateway out of texts that callers give.</summary>
internal static class GatewayPath
{
    /// <summary>A text as one segment of a path.</summary>
    /// <exception cref="ArgumentException">It is empty, or would lead to another path.</exception>
    public static string Segment(string text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return text is "." or ".." ? throw new ArgumentException($"'{text}' is no id or name.", name) : Uri.EscapeDataString(text);
    }

    /// <summary>A path with the values that there are as its query.</summary>
    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var text = new StringBuilder(path);
        var sign = '?';
        foreach (var (name, value) in values)
        {
            if (value is null)
                continue;
            text.Append(sign).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            sign = '&';
        }

        return text.ToString();
    }

    public static string Of(RunTarget target, string verb)
    {
        if (target.Types is null)
            throw new ArgumentException("The target names no component. Use RunTarget.Workflow(\"approve_order\") or one of its siblings.", nameof(target));
        return $"/v1/{target.Types}/{Segment(target.Name, nameof(target))}/{verb}";
    }

    public static string Run(string runId, string? rest = null) => $"/v1/runs/{Segment(runId, nameof(runId))}{rest}";
}
