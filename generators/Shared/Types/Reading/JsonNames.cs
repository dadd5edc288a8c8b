using System.Globalization;
using System.Text;

namespace Agnt5.Shared;

/// <summary>The names of members and parameters in JSON.</summary>
internal static class JsonNames
{
    /// <summary>The name under a policy, as System.Text.Json's policy of the same name makes it.</summary>
    public static string Apply(NamingPolicy policy, string name) => policy switch
    {
        NamingPolicy.AsWritten => name,
        NamingPolicy.CamelCase => CamelCase(name),
        NamingPolicy.SnakeCaseLower => Separated(name, '_', char.ToLowerInvariant),
        NamingPolicy.SnakeCaseUpper => Separated(name, '_', char.ToUpperInvariant),
        NamingPolicy.KebabCaseLower => Separated(name, '-', char.ToLowerInvariant),
        NamingPolicy.KebabCaseUpper => Separated(name, '-', char.ToUpperInvariant),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "No such naming policy."),
    };

    /// <summary>The name in camelCase: a run of capitals at its start becomes small, but for the one that begins the next word. <c>URLPath</c> is <c>urlPath</c>.</summary>
    public static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
            return name;

        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i]))
                break;
            if (i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]))
                break;
            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    /// <summary>
    /// The name as words with a separator between them. A word begins at a capital that follows a small letter or a digit, and at the last capital of a run
    /// that goes on with a small letter: <c>XMLReader2Go</c> is <c>xml_reader2_go</c>. A character that is neither letter nor digit stays, and gets no separator.
    /// </summary>
    private static string Separated(string name, char separator, Func<char, char> withCase)
    {
        var words = new StringBuilder(name.Length + 4);
        var previous = Kind.Other;
        for (var i = 0; i < name.Length; i++)
        {
            var kind = KindOf(name[i]);
            var beginsWord = kind == Kind.Capital && previous switch
            {
                Kind.SmallOrDigit => true,
                Kind.Capital => i + 1 < name.Length && char.IsLower(name[i + 1]),
                _ => false,
            };
            if (beginsWord)
                words.Append(separator);
            words.Append(kind == Kind.Other ? name[i] : withCase(name[i]));
            previous = kind;
        }

        return words.ToString();
    }

    private static Kind KindOf(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.UppercaseLetter => Kind.Capital,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber => Kind.SmallOrDigit,
        _ => Kind.Other,
    };

    private enum Kind
    {
        Other,
        Capital,
        SmallOrDigit,
    }
}
