using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Agnt5.Generated;
using Agnt5.Primitives;

namespace Agnt5.Json.Limits;

/// <summary>
/// <c>[RegularExpression]</c>. It matches in linear time if the expression allows that, else within a time limit. A text that exceeds the time limit counts as
/// not matching.
/// </summary>
internal sealed class PatternLimit(string written, string anchored) : MemberLimit
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(250);

    private Regex? _pattern;

    internal override bool Admits(JsonElement value, JsonTypeInfo type)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text)
            return true;

        try
        {
            return (_pattern ??= Create()).IsMatch(text);
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or OverflowException)
        {
            // The engine ends a loop over empty matches with an overflow.
            return false;
        }
    }

    internal override string Describe(JsonElement value, JsonTypeInfo type) => $"string that matches {CallerText.Shorten(written)}";

    private Regex Create()
    {
        try
        {
            return new Regex(anchored, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout);
        }
        catch (NotSupportedException)
        {
            // The expression has a lookaround or a back-reference.
            return new Regex(anchored, RegexOptions.CultureInvariant, MatchTimeout);
        }
    }
}
