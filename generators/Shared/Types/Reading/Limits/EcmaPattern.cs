using System.Text;

namespace Agnt5.Shared;

/// <summary>
/// Writes a .NET regular expression as ECMAScript (unicode mode) that accepts the same texts or fewer. <c>\d</c>, <c>\w</c> and <c>\s</c> become their ASCII
/// part. A single <c>.</c> or negated class matches half of a character beyond U+FFFF in .NET, and a whole one in ECMAScript. If the pattern counts it,
/// it becomes a class of the characters up to U+FFFF.
/// </summary>
internal sealed class EcmaPattern
{
    private const string SyntaxCharacters = "^$\\.*+?()[]{}|/";

    private readonly string _pattern;
    private readonly StringBuilder _ecma = new();
    private readonly Stack<(bool IsNegation, bool IsLookahead)> _groups = new();
    private int _at;
    private int _negations;
    private bool _isQuantifiable;

    private EcmaPattern(string pattern) => _pattern = pattern;

    /// <summary>Translates a pattern that .NET can read, or returns <see langword="null"/> when ECMAScript cannot express it.</summary>
    public static string? Translate(string pattern)
    {
        var translation = new EcmaPattern(pattern);
        return !pattern.Any(char.IsSurrogate) && translation.Run() ? translation._ecma.ToString() : null;
    }

    private bool Run()
    {
        while (_at < _pattern.Length)
            if (!Next())
                return false;
        return true;
    }

    private bool Next()
    {
        var character = _pattern[_at++];
        switch (character)
        {
            case '\\':
                return Escape();
            case '[':
                return EcmaClass.Read(_pattern, ref _at) is { } found && Class(found);
            case '.':
                return Class(EcmaClass.AnyButLineFeed);
            case '(':
                return OpenGroup();
            case ')':
                return CloseGroup();
            case '^' or '|':
                return Emit(character.ToString(), isQuantifiable: false);
            case '$':
                // .NET lets it match before a line feed at the end too.
                return _negations == 0 && Emit("$", isQuantifiable: false);
            case '*' or '+' or '?':
                return Quantifier(character.ToString());
            case '{' when QuantifierLength() is > 0 and var length:
                _at += length - 1;
                return Quantifier(_pattern.Substring(_at - length, length));
            case '{' or '}' or ']':
                return Emit("\\" + character);
            default:
                return Emit(character.ToString());
        }
    }

    private bool Emit(string text, bool isQuantifiable = true)
    {
        _ecma.Append(text);
        _isQuantifiable = isQuantifiable;
        return true;
    }

    private bool Class(EcmaClass found)
    {
        if (_negations > 0 && !(found.IsExact && (!found.IsNegated || IsUnlimitedNext())))
            return false;
        return Emit(found.IsNegated && !IsUnlimitedNext() ? found.WithoutAstral() : found.ToString());
    }

    private bool Escape()
    {
        var character = _pattern[_at];
        if (EcmaClass.Shorthand(character) is { } shorthand)
        {
            _at++;
            return _negations == 0 && Emit($"[{shorthand}]");
        }

        if (EcmaClass.ReadEscape(_pattern, ref _at) is not { } literal)
            return false;
        return Emit(EcmaClass.Write(literal, SyntaxCharacters));
    }

    private bool OpenGroup()
    {
        var isNegation = false;
        var isLookahead = false;
        if (!Follows("?"))
        {
            _ecma.Append('(');
        }
        else if (Follows("?:") || Follows("?=") || Follows("?!"))
        {
            isNegation = _pattern[_at + 1] == '!';
            isLookahead = _pattern[_at + 1] != ':';
            _ecma.Append('(').Append(_pattern, _at, 2);
            _at += 2;
        }
        else if (Follows("?#"))
        {
            _at = _pattern.IndexOf(')', _at) + 1;
            return true;
        }
        else if (NamedGroupLength() is > 0 and var length)
        {
            _ecma.Append("(?:");
            _at += length;
        }
        else
        {
            return false;
        }

        // A negation that matches less would make the pattern accept more.
        if (isNegation)
            _negations++;
        _groups.Push((isNegation, isLookahead));
        _isQuantifiable = false;
        return true;
    }

    private bool CloseGroup()
    {
        var (isNegation, isLookahead) = _groups.Pop();
        if (isNegation)
            _negations--;
        return Emit(")", isQuantifiable: !isLookahead);
    }

    private bool Quantifier(string quantifier)
    {
        if (!_isQuantifiable)
            return false;
        if (Follows("?"))
        {
            quantifier += "?";
            _at++;
        }

        return Emit(quantifier, isQuantifiable: false);
    }

    private bool Follows(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;

    // (?<name> and (?'name'; not (?<a-b>, (?<= and (?<!.
    private int NamedGroupLength()
    {
        var close = Follows("?<") ? '>' : Follows("?'") ? '\'' : '\0';
        var end = _at + 2;
        while (end < _pattern.Length && (char.IsLetterOrDigit(_pattern[end]) || _pattern[end] == '_'))
            end++;
        return close != '\0' && end > _at + 2 && end < _pattern.Length && _pattern[end] == close ? end + 1 - _at : 0;
    }

    private bool IsUnlimitedNext()
    {
        if (_at >= _pattern.Length)
            return false;
        if (_pattern[_at] is '*' or '+')
            return true;
        if (_pattern[_at] != '{' || _negations > 0)
            return false;
        _at++;
        var length = QuantifierLength();
        _at--;
        return length > 0 && _pattern[_at + length - 2] == ',';
    }

    /// <summary>The length of a quantifier in braces whose opening one was just read, or 0 when the brace is a literal.</summary>
    private int QuantifierLength()
    {
        var end = _at;
        var digits = Digits(ref end);
        if (digits > 0 && end < _pattern.Length && _pattern[end] == ',')
        {
            end++;
            Digits(ref end);
        }

        return digits > 0 && end < _pattern.Length && _pattern[end] == '}' ? end + 2 - _at : 0;
    }

    private int Digits(ref int end)
    {
        var start = end;
        while (end < _pattern.Length && _pattern[end] is >= '0' and <= '9')
            end++;
        return end - start;
    }
}
