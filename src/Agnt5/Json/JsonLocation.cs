using System.Globalization;
using System.Text;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>The position of a walk over a document. The path becomes text only when an error needs it.</summary>
/// <param name="root">The path of the document itself: <c>$</c>, unless the document is a part of another.</param>
internal sealed class JsonLocation(string root)
{
    private readonly List<(string? Name, int Index)> _parts = [];

    public void Enter(string name) => _parts.Add((name, 0));

    public void Enter(int index) => _parts.Add((null, index));

    public void Leave() => _parts.RemoveAt(_parts.Count - 1);

    /// <summary>Whether this is the position of a path. It compares from the end, where positions differ first, and makes no text of its own.</summary>
    public bool Is(ReadOnlySpan<char> path)
    {
        for (var i = _parts.Count - 1; i >= 0; i--)
        {
            var (name, index) = _parts[i];
            var part = name is null ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : $".{CallerText.Shorten(name)}";
            if (!path.EndsWith(part))
                return false;
            path = path[..^part.Length];
        }

        return path.SequenceEqual(root);
    }

    public override string ToString()
    {
        var path = new StringBuilder(root);
        foreach (var (name, index) in _parts)
        {
            if (name is null)
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else
                path.Append('.').Append(CallerText.Shorten(name));
        }

        return path.ToString();
    }
}
