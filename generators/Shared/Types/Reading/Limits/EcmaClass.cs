using System.Globalization;
using System.Text;

namespace Agnt5.Shared;

/// <summary>A set of characters of a regular expression: <c>[a-z_]</c>.</summary>
internal sealed class EcmaClass
{
    private const string ClassSyntax = "\\]^-[";
    private const int LastOfPlane = 0xFFFF;

    private readonly List<(char First, char Last)> _ranges = [];

    public static EcmaClass AnyButLineFeed { get; } = new() { IsNegated = true, _ranges = { ('\n', '\n') } };

    public bool IsNegated { get; private init; }

    /// <summary>Whether .NET's class has no more characters than this one.</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>The ASCII part of <c>\d</c>, <c>\w</c> and <c>\s</c>, in the form for a class.</summary>
    public static string? Shorthand(char escape) => escape switch
    {
        'd' => "0-9",
        'w' => "A-Za-z0-9_",
        's' => @"\t\n\v\f\r ",
        _ => null,
    };

    /// <summary>Reads a class whose opening bracket was just read, or returns <see langword="null"/> when ECMAScript cannot express it.</summary>
    public static EcmaClass? Read(string pattern, ref int at)
    {
        var isNegated = pattern[at] == '^';
        if (isNegated)
            at++;
        var read = new EcmaClass { IsNegated = isNegated };
        for (var isFirst = true; isFirst || pattern[at] != ']'; isFirst = false)
            if (!read.AddNext(pattern, ref at))
                return null;
        at++;
        return read;
    }

    /// <summary>Reads an escape of one character whose backslash was just read, or returns <see langword="null"/> for any other.</summary>
    public static char? ReadEscape(string pattern, ref int at)
    {
        var character = pattern[at++];
        switch (character)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'r': return '\r';
            case 'f': return '\f';
            case 'v': return '\v';
            case 'a': return '\a';
            case 'e': return '\x1B';
            case 'x': return Hex(pattern, ref at, 2);
            case 'u': return Hex(pattern, ref at, 4) is { } unit && !char.IsSurrogate(unit) ? unit : null;
            default: return char.IsLetterOrDigit(character) || character == '_' ? null : character;
        }
    }

    /// <summary>A character in the form for a pattern.</summary>
    public static string Write(char character, string syntax)
    {
        if (syntax.IndexOf(character) >= 0)
            return "\\" + character;
        return character switch
        {
            '\t' => "\\t",
            '\n' => "\\n",
            '\v' => "\\v",
            '\f' => "\\f",
            '\r' => "\\r",
            < ' ' or > '~' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
            _ => character.ToString(),
        };
    }

    /// <summary>A negated class as the set of its characters up to U+FFFF.</summary>
    public string WithoutAstral()
    {
        var text = new StringBuilder("[");
        var next = 0;
        foreach (var (first, last) in _ranges.Append((First: '\uD800', Last: '\uDFFF')).OrderBy(static range => range.First))
        {
            if (first > next)
                Append(text, (char)next, (char)(first - 1));
            next = Math.Max(next, last + 1);
        }

        if (next <= LastOfPlane)
            Append(text, (char)next, (char)LastOfPlane);
        return text.Append(']').ToString();
    }

    public override string ToString()
    {
        var text = new StringBuilder(IsNegated ? "[^" : "[");
        foreach (var (first, last) in _ranges)
            Append(text, first, last);
        return text.Append(']').ToString();
    }

    private static void Append(StringBuilder text, char first, char last)
    {
        text.Append(Write(first, ClassSyntax));
        if (last > first + 1)
            text.Append('-');
        if (last > first)
            text.Append(Write(last, ClassSyntax));
    }

    private static char? Hex(string pattern, ref int at, int length)
    {
        at += length;
        return (char)int.Parse(pattern.Substring(at - length, length), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private bool AddNext(string pattern, ref int at)
    {
        if (pattern[at] == '\\' && Shorthand(pattern[at + 1]) is not null)
        {
            AddShorthand(pattern[at + 1]);
            at += 2;
            return !IsNegated;
        }

        // Subtraction, and the syntax that .NET reserves for POSIX classes.
        if ((pattern[at] == '-' && pattern[at + 1] == '[') || (pattern[at] == '[' && pattern[at + 1] == ':'))
            return false;
        if (ReadCharacter(pattern, ref at) is not { } first)
            return false;
        if (pattern[at] != '-' || pattern[at + 1] == ']')
        {
            _ranges.Add((first, first));
            return true;
        }

        at++;
        if (pattern[at] == '[' || ReadCharacter(pattern, ref at) is not { } last)
            return false;
        _ranges.Add((first, last));
        return true;
    }

    private void AddShorthand(char escape)
    {
        IsExact = false;
        switch (escape)
        {
            case 'd':
                _ranges.Add(('0', '9'));
                break;
            case 'w':
                _ranges.AddRange([('A', 'Z'), ('a', 'z'), ('0', '9'), ('_', '_')]);
                break;
            default:
                _ranges.AddRange([('\t', '\r'), (' ', ' ')]);
                break;
        }
    }

    private static char? ReadCharacter(string pattern, ref int at)
    {
        if (pattern[at] != '\\')
            return pattern[at++];
        at++;
        if (pattern[at] != 'b')
            return ReadEscape(pattern, ref at);
        at++;
        return '\b';
    }
}
