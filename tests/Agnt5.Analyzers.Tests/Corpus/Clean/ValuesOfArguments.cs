// Results of steps whose get-only members the constructor makes of its arguments, in whatever form of expression.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

public sealed class HeadOf
{
    public HeadOf(string value)
    {
        Value = value;
        Result = value[..1];
    }

    public string Value { get; }

    public string Result { get; }
}

public sealed class FirstOf
{
    public FirstOf(string value)
    {
        Value = value;
        Result = value[0];
    }

    public string Value { get; }

    public char Result { get; }
}

public sealed class MailboxOf
{
    public MailboxOf(string value)
    {
        Value = value;
        Result = value.Split('@')[0];
    }

    public string Value { get; }

    public string Result { get; }
}

public sealed class LastOf
{
    public LastOf(string value)
    {
        Value = value;
        Result = value[^1];
    }

    public string Value { get; }

    public char Result { get; }
}

public sealed class ListHeadOf
{
    public ListHeadOf(List<int> value)
    {
        Value = value;
        Result = value[0];
    }

    public List<int> Value { get; }

    public int Result { get; }
}

public sealed class CopyOf
{
    public CopyOf(List<int> value)
    {
        Value = value;
        Result = [.. value];
    }

    public List<int> Value { get; }

    public List<int> Result { get; }
}

public sealed class DoubledOf
{
    public DoubledOf(List<int> value)
    {
        Value = value;
        Result = value.Sum(x => x * 2);
    }

    public List<int> Value { get; }

    public int Result { get; }
}

public sealed class PatternOf
{
    public PatternOf(List<int> value)
    {
        Value = value;
        Result = value is [var f, ..] ? f : 0;
    }

    public List<int> Value { get; }

    public int Result { get; }
}

public sealed class SwitchedOf
{
    public SwitchedOf(string value)
    {
        Value = value;
        Result = value switch { "a" => "b", { Length: > 3 } s => s, _ => value };
    }

    public string Value { get; }

    public string Result { get; }
}

public sealed class AddressOf
{
    public AddressOf(string value)
    {
        Value = value;
        Result = Uri.TryCreate(value, UriKind.Absolute, out var u) ? u : null;
    }

    public string Value { get; }

    public Uri? Result { get; }
}

public sealed class EntryOf
{
    public EntryOf(Dictionary<string, int> value)
    {
        Value = value;
        Result = value["a"];
    }

    public Dictionary<string, int> Value { get; }

    public int Result { get; }
}

public sealed class CheckedOf
{
    public CheckedOf(int value)
    {
        Value = value;
        Result = checked(value * 2L);
    }

    public int Value { get; }

    public long Result { get; }
}

public sealed class TailOf
{
    public TailOf(string value)
    {
        Value = value;
        Result = value.Substring(1);
    }

    public string Value { get; }

    public string Result { get; }
}

public sealed class TrimmedOf
{
    public TrimmedOf(string value)
    {
        Value = value;
        Result = value?.Trim();
    }

    public string Value { get; }

    public string? Result { get; }
}

public sealed class BytesOf
{
    public BytesOf(string value)
    {
        Value = value;
        Result = Encoding.UTF8.GetBytes(value);
    }

    public string Value { get; }

    public byte[] Result { get; }
}

public sealed class DigestOf
{
    public DigestOf(string value)
    {
        Value = value;
        Result = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
    }

    public string Value { get; }

    public string Result { get; }
}

public sealed class RestOf
{
    public RestOf(int[] value)
    {
        Value = value;
        Result = value[1..];
    }

    public int[] Value { get; }

    public int[] Result { get; }
}

public sealed class ParsedOf
{
    public ParsedOf(string value)
    {
        Value = value;
        Result = int.Parse(value, CultureInfo.InvariantCulture);
    }

    public string Value { get; }

    public int Result { get; }
}

public sealed class DigitsOf
{
    public DigitsOf(string value)
    {
        Value = value;
        Result = new string(value.Where(char.IsDigit).ToArray());
    }

    public string Value { get; }

    public string Result { get; }
}

public sealed class EndOf
{
    public EndOf(int[] value)
    {
        Value = value;
        Result = value[value.Length - 1];
    }

    public int[] Value { get; }

    public int Result { get; }
}

public sealed class PairOf
{
    public PairOf(string value)
    {
        Value = value;
        Result = (value, value);
    }

    public string Value { get; }

    public (string A, string B) Result { get; }
}

public sealed class TomorrowOf
{
    public TomorrowOf(DateTime value)
    {
        Value = value;
        Result = value.AddDays(1);
    }

    public DateTime Value { get; }

    public DateTime Result { get; }
}

public sealed class CreatedOf
{
    public CreatedOf(string value)
    {
        Value = value;
        Result = string.Create(value.Length, value, (sp, s) => s.AsSpan().CopyTo(sp));
    }

    public string Value { get; }

    public string Result { get; }
}

public sealed class LengthsOf
{
    public LengthsOf(List<string> value)
    {
        Value = value;
        Result = value.ToDictionary(x => x, x => x.Length);
    }

    public List<string> Value { get; }

    public Dictionary<string, int> Result { get; }
}

public sealed class ShiftedOf
{
    public ShiftedOf(int value)
    {
        Value = value;
        Result = value << 2 | 1;
    }

    public int Value { get; }

    public int Result { get; }
}

public sealed class PaddedOf
{
    public PaddedOf(int value)
    {
        Value = value;
        Result = $"{value:D5}";
    }

    public int Value { get; }

    public string Result { get; }
}

public sealed class SpanOf
{
    public SpanOf(string value)
    {
        Value = value;
        Result = value.AsSpan(0, 1).ToString();
    }

    public string Value { get; }

    public string Result { get; }
}

public sealed class Mail
{
    public Mail(string value)
    {
        Value = value;
        (Local, Domain) = Split(value);
        var parts = value.Split('@');
        First = parts[0];
        foreach (var part in parts)
            Length += part.Length;
        try
        {
            Short = value[..3];
        }
        catch (ArgumentOutOfRangeException e)
        {
            Short = e.ParamName ?? value;
        }
    }

    public string Value { get; }

    public string Local { get; }

    public string Domain { get; }

    public string First { get; }

    public string Short { get; }

    public int Length { get; }

    private static (string, string) Split(string value) => value.IndexOf('@') is >= 0 and var at ? (value[..at], value[(at + 1)..]) : (value, "");
}

public sealed class Route(string path)
{
    private const string Root = "/";

    private static readonly char[] Separators = ['/', '.'];

    private static readonly Dictionary<string, int> Ranks = new() { ["a"] = 1 };

    private static readonly Regex Word = new("[a-z]+", RegexOptions.CultureInvariant);

    public string Path { get; } = path;

    public string Full { get; } = Root + path[1..];

    public string[] Parts { get; } = path.Split(Separators);

    public int Rank { get; } = Ranks.GetValueOrDefault(path);

    public string Match { get; } = Word.Match(path).Value;

    public IReadOnlyList<int> Lengths { get; } = [.. path.Split('/').Select(part => part.Length)];

    public Version Version { get; } = Version.Parse(path);
}

public static class ValuesOfArguments
{
    /// <summary>Keeps what is made of arguments.</summary>
    [Workflow]
    public static async Task MakeOfArguments(WorkflowContext ctx, string id)
    {
        await ctx.StepAsync("mail", () => new Mail(id));
        await ctx.StepAsync("route", () => new Route(id));
        await ctx.StepAsync("HeadOf", () => new HeadOf(id));
        await ctx.StepAsync("FirstOf", () => new FirstOf(id));
        await ctx.StepAsync("MailboxOf", () => new MailboxOf(id));
        await ctx.StepAsync("LastOf", () => new LastOf(id));
        await ctx.StepAsync("ListHeadOf", () => new ListHeadOf([1]));
        await ctx.StepAsync("CopyOf", () => new CopyOf([1]));
        await ctx.StepAsync("DoubledOf", () => new DoubledOf([1]));
        await ctx.StepAsync("PatternOf", () => new PatternOf([1]));
        await ctx.StepAsync("SwitchedOf", () => new SwitchedOf(id));
        await ctx.StepAsync("AddressOf", () => new AddressOf(id));
        await ctx.StepAsync("EntryOf", () => new EntryOf([]));
        await ctx.StepAsync("CheckedOf", () => new CheckedOf(1));
        await ctx.StepAsync("TailOf", () => new TailOf(id));
        await ctx.StepAsync("TrimmedOf", () => new TrimmedOf(id));
        await ctx.StepAsync("BytesOf", () => new BytesOf(id));
        await ctx.StepAsync("DigestOf", () => new DigestOf(id));
        await ctx.StepAsync("RestOf", () => new RestOf([1]));
        await ctx.StepAsync("ParsedOf", () => new ParsedOf(id));
        await ctx.StepAsync("DigitsOf", () => new DigitsOf(id));
        await ctx.StepAsync("EndOf", () => new EndOf([1]));
        await ctx.StepAsync("PairOf", () => new PairOf(id));
        await ctx.StepAsync("TomorrowOf", () => new TomorrowOf(default));
        await ctx.StepAsync("CreatedOf", () => new CreatedOf(id));
        await ctx.StepAsync("LengthsOf", () => new LengthsOf([]));
        await ctx.StepAsync("ShiftedOf", () => new ShiftedOf(1));
        await ctx.StepAsync("PaddedOf", () => new PaddedOf(1));
        await ctx.StepAsync("SpanOf", () => new SpanOf(id));
    }
}
