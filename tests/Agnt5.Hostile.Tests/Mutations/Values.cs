using System.Text;

namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>Replaces a value with a different one.</summary>
internal abstract class ValueMutation : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        var (values, _) = JsonText.Read(body);
        return values.Count == 0 ? body : JsonText.Replace(body, values[random.Below(values.Count)], Value(random));
    }

    protected abstract string Value(SeededRandom random);
}

/// <summary>A value of another type.</summary>
internal sealed class TypeSwaps : ValueMutation
{
    public static string Odd(SeededRandom random) => random.Of(
        "null", "true", "false", "0", "-1", "1.5", "\"\"", "\"text\"", "\"1\"", "\"null\"", "[]", "{}", "[null]", "[[]]", "{\"\":0}", "{\"a\":{\"b\":[1]}}", "\" \"", "\"agnt5:order\"");

    protected override string Value(SeededRandom random) => Odd(random);
}

/// <summary>Numbers at and past every edge.</summary>
internal sealed class HugeNumbers : ValueMutation
{
    public static string Odd(SeededRandom random) => random.Of(
        "1e999", "-1e999", "1e308", "-1e308", "1e-999", "-0", "-0.0", "0.1", "2147483647", "2147483648", "-2147483649", "4294967295", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "18446744073709551616", "253402300799999", "253402300800000", "-62135596800001", "1e15", "1.0", "1E+2",
        new string('9', random.Between(20, 2_000)), $"0.{new string('0', random.Between(20, 400))}1");

    protected override string Value(SeededRandom random) => Odd(random);
}

/// <summary>Nesting up to the bound of 256 levels and past it.</summary>
internal sealed class DeepNesting : ValueMutation
{
    protected override string Value(SeededRandom random)
    {
        var levels = random.OneIn(20) ? 100_000 : random.Of(30, 62, 63, 64, 65, 66, 500, random.Between(246, 260), 256, 257, 4_096, 10_000);
        var (open, close) = random.Of(("[", "]"), ("{\"kids\":[", "]}"), ("{\"\":", "}"));
        var inner = random.Of("1", "{}", "");
        if (inner.Length == 0 && open[^1] == ':')
            inner = "0";
        var text = new StringBuilder();
        for (var i = 0; i < levels; i++)
            text.Append(open);
        text.Append(inner);
        for (var i = 0; i < levels; i++)
            text.Append(close);
        return text.ToString();
    }
}

/// <summary>Many items or members, up to a few megabytes.</summary>
internal sealed class GiantLists : ValueMutation
{
    protected override string Value(SeededRandom random)
    {
        var count = random.OneIn(50) ? 300_000 : random.Between(1_000, 10_000);
        var item = random.Of("1", "null", "{}", "[]", "\"x\"", "1.5");
        var list = $"[{string.Join(',', Enumerable.Repeat(item, count))}]";
        return random.Below(3) switch
        {
            0 => list,
            1 => $"{{\"{random.Word(random.OneIn(20) ? 100_000 : 10)}\":{list}}}",
            _ => $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"k{i}\":{item}"))}}}",
        };
    }
}

/// <summary>Text with halves of surrogate pairs, NUL, control characters and invalid escapes.</summary>
internal sealed class BrokenText : ValueMutation
{
    public static string Odd(SeededRandom random) => random.Of(
        "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"a\\u0000b\\n\\r\"", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "\"\u2028\\u2029\"", "\"\\u001b[31m\"", "\"\ufeff\"",
        "{\"\\ud800\":1}", "{\"a\\u0000\":\"\\ud800\"}", "\"__custom__:\\ud800\"", "\"{\\\"0\\\":\\\"\\\\ud800\\\"}\"", "\"\\\"\\\\udc00\\\"\"");

    protected override string Value(SeededRandom random) => Odd(random);
}
