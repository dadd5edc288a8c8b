using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>Source in which the expected diagnostics are marked: <c>{|AGT1004:count|}</c>.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<Finding> Expected)
{
    private static readonly Regex Marker = new(@"\{\|(?<id>AGT\d{4}):|\|\}", RegexOptions.CultureInvariant);

    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var expected = new List<Finding>();
        var position = 0;
        foreach (Match marker in Marker.Matches(marked))
        {
            text.Append(marked, position, marker.Index - position);
            position = marker.Index + marker.Length;
            if (marker.Groups["id"] is { Success: true, Value: var id })
            {
                open.Push((id, text.Length));
            }
            else
            {
                var (openId, start) = open.Pop();
                expected.Add(new(openId, TextSpan.FromBounds(start, text.Length)));
            }
        }

        Assert.Empty(open);
        text.Append(marked, position, marked.Length - position);
        return new(text.ToString(), expected);
    }
}

/// <summary>A diagnostic, as far as a marker says it.</summary>
internal readonly record struct Finding(string Id, TextSpan Span);
