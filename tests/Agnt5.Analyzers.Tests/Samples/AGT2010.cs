using System.ComponentModel.DataAnnotations;

public sealed record Account(
    [RegularExpression("^(?!admin$)[a-z]+$")] string {|AGT2010:User|},
    [property: RegularExpression(@"(a+)b\1")] string {|AGT2010:Twice|},
    [RegularExpression("[a-z(?=]+")] string InAClass,
    [RegularExpression(@"\(\?=\\1")] string Escaped,
    [RegularExpression("(?#(?=)a(?:b)(?<name>c)(?'other-name'd)?")] string {|AGT2010:Balanced|},
    [RegularExpression("(?:a|b)(?<name>c)(?i)d+?")] string InOnePass);

public sealed class Settings
{
    [RegularExpression("(?<=a)b")]
    public string {|AGT2010:Behind|} { get; set; } = "";

    [RegularExpression("(?>a+)b")]
    public string {|AGT2010:Atomic|} { get; set; } = "";

    [RegularExpression(@"(?<letter>[a-z])\k<letter>")]
    public string {|AGT2010:Again|} { get; set; } = "";

    [RegularExpression("[]a-z-[aeiou]]+")]
    public string Subtracted { get; set; } = "";

    [RegularExpression("(?=a)b")]
    public string Computed => "";

    [RegularExpression("(?=a)b")]
    public int NoText { get; set; }
}

public sealed record OnlyWritten([property: RegularExpression("(?=a)b")] string Text);

public static class Components
{
    [Function]
    public static OnlyWritten Register(Account account) => new(account.User);

    [Function]
    public static void RegisterAgain(Account account, Settings settings, [RegularExpression("a(?(b)c|d)")] string {|AGT2010:choice|}, [RegularExpression("a+")] string name) { }
}
