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
    private Regex? _pattern;

    /// <summary>Whether .NET matches the expression in one pass over the text, whatever the text is.</summary>
    public bool IsOnePass => TakesOnePass(Prepare());

    internal override bool Admits(JsonElement value, JsonTypeInfo type) =>
        value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text || IsMatch(Prepare(), text);

    internal override string Describe(JsonElement value, JsonTypeInfo type) => $"string that matches {CallerText.Shorten(written)}";

    /// <summary>Makes the expression, and matches a text so that the code that matches is compiled.</summary>
    public Regex Prepare()
    {
        if (_pattern is { } made)
            return made;

        var pattern = Create();
        IsMatch(pattern, "a");
        return _pattern = pattern;
    }

    private static bool IsMatch(Regex pattern, string text)
    {
        // The second time only after a timeout: a busy machine may have stopped the thread for longer than that.
        for (var tries = TakesOnePass(pattern) ? 1 : 2; tries > 0; tries--)
        {
            try
            {
                return pattern.IsMatch(text);
            }
            catch (RegexMatchTimeoutException)
            {
            }
            catch (OverflowException)
            {
                // The engine ends a loop over empty matches with an overflow.
                return false;
            }
        }

        return false;
    }

    private static bool TakesOnePass(Regex pattern) => (pattern.Options & RegexOptions.NonBacktracking) != 0;

    private Regex Create()
    {
        try
        {
            return new Regex(anchored, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, PatternTime.MostInOnePass);
        }
        catch (NotSupportedException)
        {
            // The expression looks around or refers back, which AGT2010 has warned about.
            return new Regex(anchored, RegexOptions.CultureInvariant, PatternTime.MostForTry);
        }
    }
}
