using System.Text;

namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>Duplicates, renames and removes members.</summary>
internal sealed class MemberChanges : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        var (values, members) = JsonText.Read(body);
        if (members.Count == 0)
            return body;

        var member = members[random.Below(members.Count)];
        var name = Encoding.UTF8.GetString(body[member.Name]);
        var value = body[member.Value];
        return random.Below(5) switch
        {
            0 => JsonText.Insert(body, member.Name.Start.Value, [.. body[member.Name], (byte)':', .. body[values[random.Below(values.Count)]], (byte)',']),
            1 => JsonText.Insert(body, member.Value.End.Value, [(byte)',', .. body[member.Name], (byte)':', .. value]),
            2 => JsonText.Replace(body, member.Name, name.ToUpperInvariant()),
            3 => JsonText.Replace(body, member.Name, $"{name[..^1]}_x\""),
            _ => JsonText.Replace(body, member.Name.Start.Value..member.Value.End.Value, "\"gone\":0"),
        };
    }
}

/// <summary>Names of many bytes, for members, steps and metadata.</summary>
internal sealed class LongNames : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        var (_, members) = JsonText.Read(body);
        var name = random.Word(random.OneIn(30) ? 500_000 : random.Between(200, 5_000));
        if (members.Count == 0)
            return body;

        var member = members[random.Below(members.Count)];
        return random.OneIn(2)
            ? JsonText.Replace(body, member.Name, $"\"{name}\"")
            : JsonText.Put(body, random.Of<string[]>([], ["checkpoint", "steps"], ["metadata"], ["input"]), name, "[1,2,{}]");
    }
}
