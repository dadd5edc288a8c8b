namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>White space of every kind, comments and commas between the tokens.</summary>
internal sealed class OddWhitespace : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        var (values, _) = JsonText.Read(body);
        for (var i = random.Between(1, 5); i > 0 && values.Count > 0; i--)
        {
            var place = values[random.Below(values.Count)];
            var space = random.Of(" ", "\t\r\n", "\u00a0", "\u2003", "\v", "\f", "/* */", "// x\n", ",", new string(' ', 2_000), "\n\n\n");
            body = JsonText.Insert(body, random.OneIn(2) ? place.Start.Value : place.End.Value, System.Text.Encoding.UTF8.GetBytes(space));
            values = JsonText.Read(body).Values;
        }

        return body;
    }
}
