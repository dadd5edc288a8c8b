using System.Text.Json;
using System.Text.Json.Serialization;
using Agnt5.Shared;

namespace Agnt5.Generators.Tests;

/// <summary>The names that are made at compile time are those that System.Text.Json makes at run time.</summary>
public sealed class NamingPolicyTests
{
    private static readonly string[] HandWritten =
    [
        "", "a", "A", "AB", "Ab", "aB", "ABc", "AbC", "Id", "ID", "IDs", "OrderId", "orderID", "URL", "URLPath", "URLPathX", "URLPathXY", "IOStream", "ioStream", "XMLReader2Go",
        "SHA512Hash", "Sha512Hash", "sha512hash", "Value1", "Value1X", "Value12x", "V1", "V1X2", "A1B2C3", "1A", "9lives", "_", "__", "_a", "_A", "_Ab", "a_", "A_", "a_b", "A_B", "Ab_Cd",
        "Ab__Cd", "AB_CD", "ab_CD", "_Private", "__Dunder__", "Item1", "Item10", "ToJSON", "ToJSONText", "HTTP2Server", "isHTTP2", "eMail", "EMail", "Ünter", "ÜBER", "ÜberGröße", "STRAßE",
        "Straße", "ΑΒΓ", "ΑβΓδ", "Привет", "ПриветМир", "МИРtwo", "变量", "变量Name", "Name变量", "NameВпрок", "İstanbul", "ISTANBUL", "ıNCE", "ǅungla", "aǅb", "ªB", "Bª", "ʰA", "Ⅷ", "aⅧB",
        "e\u0301A", "E\u0301A", "A\u0301B", "٣A", "A٣B", "𝐀bc", "Abc𝐀D", "𐐀B", "a𐐀B", "\uD835", "A\uD835B", "A\uDC00b", "a\u203Fb", "A\u203FB", "\u00AD", "A\u200DB", "ＡＢｃ", "ｆＡ",
    ];

    public static TheoryData<JsonKnownNamingPolicy> Policies => [.. Enum.GetValues<JsonKnownNamingPolicy>()];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_name_in_the_schema_is_the_name_that_the_policy_gives_at_run_time(JsonKnownNamingPolicy policy)
    {
        var expected = PolicyOf(policy);

        Assert.All(HandWritten.Concat(Random(seed: 5, count: 2000)), name =>
            Assert.Equal(expected?.ConvertName(name) ?? name, JsonNames.Apply((NamingPolicy)policy, name)));
    }

    private static JsonNamingPolicy? PolicyOf(JsonKnownNamingPolicy policy) => policy switch
    {
        JsonKnownNamingPolicy.CamelCase => JsonNamingPolicy.CamelCase,
        JsonKnownNamingPolicy.SnakeCaseLower => JsonNamingPolicy.SnakeCaseLower,
        JsonKnownNamingPolicy.SnakeCaseUpper => JsonNamingPolicy.SnakeCaseUpper,
        JsonKnownNamingPolicy.KebabCaseLower => JsonNamingPolicy.KebabCaseLower,
        JsonKnownNamingPolicy.KebabCaseUpper => JsonNamingPolicy.KebabCaseUpper,
        _ => null,
    };

    // Letters that matter to the policies, with characters that an identifier may hold from anywhere in the basic plane.
    private static IEnumerable<string> Random(int seed, int count)
    {
        const string Pieces = "aabzABZXYZ019__ßÜüÇçΣσςЖжΩ变ǅʰⅧ\u0301\u203F";
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return string.Create(random.Next(1, 12), random, static (text, random) =>
            {
                foreach (ref var character in text)
                    character = random.Next(8) > 0 ? Pieces[random.Next(Pieces.Length)] : IdentifierCharacter(random);
            });
    }

    private static char IdentifierCharacter(Random random)
    {
        while (true)
        {
            var character = (char)random.Next(0x80, 0x10000);
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                return character;
        }
    }
}
