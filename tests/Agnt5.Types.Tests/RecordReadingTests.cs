using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Json.Reading;
using Agnt5.Types.Tests.Truth;
using Agnt5.Types.Tests.Values;

namespace Agnt5.Types.Tests;

/// <summary>Recorded results are read without the serializer where they are in the form that they were written in. Nobody may notice.</summary>
public sealed class RecordReadingTests
{
    private const int Seeds = 20;
    private const int Mutations = 12;
    private const int ChangedBytes = 40;

    private static readonly byte[] Meaningful = "{}[],:\"\\ 0129eE.-+tfnul"u8.ToArray();

    private static readonly MethodInfo Generic = typeof(RecordReadingTests).GetMethod(nameof(CountRead), BindingFlags.NonPublic | BindingFlags.Static)!;

    [Theory]
    [MemberData(nameof(CorpusType.Names), MemberType = typeof(CorpusType))]
    public void A_record_that_is_read_without_the_serializer_is_the_value_that_the_serializer_reads(string name) => Count(CorpusType.All[name]);

    [Fact]
    public void Records_of_usual_types_are_read_without_the_serializer()
    {
        var read = CorpusType.All.Values.Where(static type => Count(type) == Seeds).Select(static type => type.Name).ToHashSet(StringComparer.Ordinal);

        Assert.True(read.IsSupersetOf(["primary_constructor", "chosen_constructor"]), string.Join(", ", read));
    }

    /// <returns>How many of the values that were written the reader took.</returns>
    private static int Count(CorpusType type) => (int)Generic.MakeGenericMethod(type.Type).Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [type, type.Generated], culture: null)!;

    private static int CountRead<T>(CorpusType type, JsonTypeInfo<T> metadata)
    {
        var random = new Random(1);
        var read = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var written = BoundJson.Write((T)new SeededValues(seed).Create(type.Parameter)!, metadata);
            if (IsReadAsBySerializer(written, metadata))
                read++;

            var document = JsonNode.Parse(written);
            for (var i = 0; i < Mutations; i++)
                IsReadAsBySerializer(Encoding.UTF8.GetBytes(Mutation.Of(document, random).Document?.ToJsonString() ?? "null"), metadata);
            for (var i = 0; i < ChangedBytes; i++)
                IsReadAsBySerializer(Change(written, random), metadata);
            if (type.InputSchema is JsonObject schema)
                IsReadAsBySerializer(Encoding.UTF8.GetBytes(new SchemaDocuments(schema, seed).Create()?.ToJsonString() ?? "null"), metadata);
        }

        return read;
    }

    private static bool IsReadAsBySerializer<T>(byte[] json, JsonTypeInfo<T> metadata)
    {
        if (!RecordedJson.TryRead(json, metadata, out var read))
            return false;

        T expected;
        try
        {
            expected = BoundJson.Read(json, metadata);
        }
        catch (Exception exception)
        {
            Assert.Fail($"The serializer refuses {Encoding.UTF8.GetString(json)}: {exception.Message}");
            throw;
        }

        var difference = SameValue.FindDifference(expected, read);
        Assert.True(difference is null, $"{Encoding.UTF8.GetString(json)}: {difference}");
        return true;
    }

    // Left out, twice, or another one: of the bytes that mean something in JSON.
    private static byte[] Change(byte[] json, Random random)
    {
        var place = random.Next(json.Length);
        return random.Next(3) switch
        {
            0 => [.. json[..place], .. json[(place + 1)..]],
            1 => [.. json[..place], json[place], .. json[place..]],
            _ => [.. json[..place], Meaningful[random.Next(Meaningful.Length)], .. json[(place + 1)..]],
        };
    }
}
