using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Generated;

namespace Agnt5.Endpoint.Tests;

/// <summary>Plain values are written by generated code, and large outputs a second time by the serializer: the two must be the same to the byte.</summary>
public sealed class WriterTests
{
    private static readonly JsonSerializerOptions Options = Agnt5Components.Catalog.Components.Single(static component => component.Name == "keep_trip").JsonOptions;

    private static readonly Stop Home = new("Zürich \"HB\"", new(1.5, -0.0), Carrier.Bike);

    private static readonly Trip Full = new(
        "n\\ \u0000", "note", true, 255, ulong.MaxValue, 0.1f, 12.50m, 'ü', Guid.Parse("5f0e7f7a-2c1c-4a52-9f0e-5b8f8a1f2d3c"), Guid.Empty,
        new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), new DateOnly(2026, 1, 2), TimeSpan.FromDays(1.5),
        new Uri("https://example.org/a b?c=ü"), [1, 2, 3], Carrier.Bike, new(1, 2), Home, [Home, null!], [[1, null], [], null!],
        new() { ["a \" b"] = Home, [""] = null }, new SortedDictionary<string, Carrier> { ["z"] = Carrier.Post }, JsonDocument.Parse("""{"a":[1e400]}""").RootElement,
        JsonNode.Parse("""{"b":null}"""));

    private static readonly Trip Empty = new(
        "", null, false, 0, 0, 0, null, 'a', default, null, default, null, default, default, null, null, null, default, null, [], null, [],
        new Dictionary<string, Carrier>(), default, null);

    [Fact]
    public void Generated_code_writes_the_bytes_that_the_serializer_would()
    {
        MustAgree(Full);
        MustAgree(Empty);
        MustAgree<Trip>(null!);
        MustAgree<List<Stop>>([Home, null!, Home]);
        MustAgree<List<Stop>>(null!);
        MustAgree(new Dictionary<string, Stop> { ["one"] = Home, ["none"] = null! });
    }

    [Fact]
    public void A_null_that_the_type_does_not_allow_is_named()
    {
        Assert.StartsWith("Unset.Name is null", Assert.Throws<JsonException>(() => WriteByHandler(new Unset())).Message, StringComparison.Ordinal);
        Assert.StartsWith("Trip.Stops is null", Assert.Throws<JsonException>(() => WriteByHandler(Full with { Stops = null! })).Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new Unset(), TypeInfo<Unset>()));
    }

    [Fact]
    public void What_may_contain_itself_or_says_more_of_how_it_is_written_is_left_to_the_serializer()
    {
        Assert.Null(TypeInfo<Link>().SerializeHandler);
        Assert.Null(TypeInfo<Chain>().SerializeHandler);
        Assert.Null(TypeInfo<Folder>().SerializeHandler);
        Assert.Null(TypeInfo<Sparse>().SerializeHandler);
        Assert.Equal("{}", JsonSerializer.Serialize(new Sparse(null), TypeInfo<Sparse>()));
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => GeneratedJson.TypeInfo<T>(Options);

    private static void MustAgree<T>(T value)
    {
        var expected = JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(WriteByHandler(value)));
    }

    private static byte[] WriteByHandler<T>(T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Options.Encoder });
        var write = TypeInfo<T>().SerializeHandler;
        Assert.NotNull(write);
        write(writer, value);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
