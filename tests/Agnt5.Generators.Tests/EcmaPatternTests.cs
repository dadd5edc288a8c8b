using Agnt5.Shared;

namespace Agnt5.Generators.Tests;

/// <summary>A pattern in a schema accepts no text that the run time would refuse: models and forms write by it.</summary>
public sealed class EcmaPatternTests
{
    private const string NoLineFeed = @"[\u0000-\t\v-\ud7ff\ue000-\uffff]";

    [Theory]
    [InlineData("^[A-Z]{2}-\\d{3,}$", "^[A-Z]{2}-[0-9]{3,}$")]
    [InlineData(@"[\w.\-]+@\w+\.\w{2,}?", @"[A-Za-z0-9_.\-]+@[A-Za-z0-9_]+\.[A-Za-z0-9_]{2,}?")]
    [InlineData(@"\+?\d\s\@\""\/", @"\+?[0-9][\t\n\v\f\r ]@""\/")]
    [InlineData("a{,3}b{x}c{2,5}]}", @"a\{,3\}b\{x\}c{2,5}\]\}")]
    [InlineData(@"(?<year>\d{4})(?'m'x)(?:a|b)(?#note)c", "(?:[0-9]{4})(?:x)(?:a|b)c")]
    [InlineData(@"^(?=.*\d)(?=.*[a-z]).{8,}$", @"^(?=[^\n]*[0-9])(?=[^\n]*[a-z])[^\n]{8,}$")]
    [InlineData("(?!admin$|root)[a-z]+", null)]
    [InlineData("(?!admin|[0-5])[a-z]+", "(?!admin|[0-5])[a-z]+")]
    [InlineData("(?!.*x)a", @"(?![^\n]*x)a")]
    [InlineData(@"(?!\d)a", null)]
    [InlineData("(?!.{3})a", null)]
    [InlineData(".", NoLineFeed)]
    [InlineData(".{1,3}", NoLineFeed + "{1,3}")]
    [InlineData("[^@]+[^a-c]", @"[^@]+[\u0000-`d-\ud7ff\ue000-\uffff]")]
    [InlineData("[]a^[-]", @"[\]a\^\[\-]")]
    [InlineData(@"[\w-.]", @"[A-Za-z0-9_\-.]")]
    [InlineData(@"\x41\u0042\t\e", @"AB\t\u001b")]
    [InlineData("é 日", "é 日")]
    [InlineData(@"\D", null)]
    [InlineData(@"\S+", null)]
    [InlineData(@"[^\d]", null)]
    [InlineData(@"[\S]", null)]
    [InlineData(@"\bword\b", null)]
    [InlineData(@"(a)\1", null)]
    [InlineData(@"\p{L}+", null)]
    [InlineData(@"\Aa\z", null)]
    [InlineData("(?i)abc", null)]
    [InlineData("(?i:abc)", null)]
    [InlineData("(?>a)b", null)]
    [InlineData("(?<=a)b", null)]
    [InlineData("(?<open-close>a)b", null)]
    [InlineData("[a-z-[aeiou]]", null)]
    [InlineData("(?(a)b|c)", null)]
    [InlineData("^*a", null)]
    [InlineData("😀", null)]
    public void Pattern_is_said_in_ecmascript_with_no_wider_meaning_or_not_at_all(string pattern, string? ecma)
    {
        _ = new System.Text.RegularExpressions.Regex(pattern.Replace("(?<open-close>", "(?<close>)(?<open-close>", StringComparison.Ordinal));
        Assert.Equal(ecma, EcmaPattern.Translate(pattern));
    }
}
