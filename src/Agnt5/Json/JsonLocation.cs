using System.Globalization;
using System.Text;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>The position of a walk over a document. The path becomes text only when an error needs it.</summary>
/// <param name="root">The path of the document itself: <c>$</c>, unless the document is a part of another.</param>
internal sealed class JsonLocation(string root)
{
    private readonly List<Part> _parts = [];

    /// <summary>Enters a member that the type declares.</summary>
    public void Enter(string name) => _parts.Add(new(name, Index: 0));

    public void Enter(int index) => _parts.Add(new(Name: null, index));

    /// <summary>Enters a member that the document names: an entry of a dictionary, or one that the type does not have.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="index">Its place among the members of its object.</param>
    public void EnterNamed(string name, int index) => _parts.Add(new(name, index) { IsNamedByDocument = true });

    public void Leave() => _parts.RemoveAt(_parts.Count - 1);

    /// <summary>Whether this is the position of a path. It compares from the end, where positions differ first, and makes no text of the whole.</summary>
    public bool Is(ReadOnlySpan<char> path)
    {
        for (var i = _parts.Count - 1; i >= 0; i--)
        {
            var part = _parts[i].Name is { } name ? $".{CallerText.Shorten(name)}" : string.Create(CultureInfo.InvariantCulture, $"[{_parts[i].Index}]");
            if (!path.EndsWith(part))
                return false;
            path = path[..^part.Length];
        }

        return path.SequenceEqual(root);
    }

    /// <summary>The path with all names.</summary>
    public override string ToString() => Show(quotesNames: true);

    /// <param name="quotesNames">Whether the path has names that only the document knows. They are data: without them, a place stands there.</param>
    public string Show(bool quotesNames)
    {
        var path = new StringBuilder(root);
        foreach (var part in _parts)
        {
            if (part.Name is null)
                path.Append(CultureInfo.InvariantCulture, $"[{part.Index}]");
            else if (part.IsNamedByDocument && !quotesNames)
                path.Append(CultureInfo.InvariantCulture, $"[member {part.Index}]");
            else
                path.Append('.').Append(CallerText.Shorten(part.Name));
        }

        return path.ToString();
    }

    private readonly record struct Part(string? Name, int Index)
    {
        public bool IsNamedByDocument { get; init; }
    }
}
