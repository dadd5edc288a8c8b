using System.Text;
using System.Text.Json;
using Agnt5.Types.Tests.Values;

namespace Agnt5.Types.Tests;

/// <summary>Generated metadata reads and writes values as System.Text.Json does by reflection.</summary>
public sealed class ValueTests
{
    private const int SeedsPerType = 60;

    public static TheoryData<string> AsByReflection => [.. CorpusType.All.Keys.Except(ValueDifferences.Reasons.Keys).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Otherwise => [.. ValueDifferences.Reasons.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(AsByReflection))]
    public void A_value_is_written_as_the_same_bytes_as_by_reflection_and_read_back_as_the_same_value(string name)
    {
        var type = CorpusType.All[name];
        for (var seed = 0; seed < SeedsPerType; seed++)
        {
            var value = new SeededValues(seed).Create(type.Parameter);
            var expected = JsonSerializer.SerializeToUtf8Bytes(value, type.Type, type.Reflection);
            var written = JsonSerializer.SerializeToUtf8Bytes(value, type.Generated);
            Assert.True(expected.AsSpan().SequenceEqual(written), $"Seed {seed}: expected {Encoding.UTF8.GetString(expected)}\n got {Encoding.UTF8.GetString(written)}");

            var difference = SameValue.FindDifference(JsonSerializer.Deserialize(expected, type.Type, type.Reflection), JsonSerializer.Deserialize(expected, type.Generated));
            Assert.True(difference is null, $"Seed {seed}: {Encoding.UTF8.GetString(expected)} was read differently. {difference}");
        }
    }

    [Theory]
    [MemberData(nameof(Otherwise))]
    public void A_value_comes_back_also_where_reflection_would_lose_it(string name)
    {
        var type = CorpusType.All[name];
        var loses = false;
        for (var seed = 0; seed < SeedsPerType; seed++)
        {
            var value = new SeededValues(seed).Create(type.Parameter);
            var written = JsonSerializer.SerializeToUtf8Bytes(value, type.Generated);
            var difference = SameValue.FindDifference(value, JsonSerializer.Deserialize(written, type.Generated));
            Assert.True(difference is null, $"Seed {seed}: {Encoding.UTF8.GetString(written)} was read differently. {difference}");
            loses |= !IsKeptByReflection(value, type, written);
        }

        Assert.True(loses, $"Reflection keeps {name} too, so it need not be on the list of differences.");
    }

    private static bool IsKeptByReflection(object value, CorpusType type, byte[] written)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(value, type.Type, type.Reflection).AsSpan().SequenceEqual(written)
                && SameValue.FindDifference(value, JsonSerializer.Deserialize(written, type.Type, type.Reflection)) is null;
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
