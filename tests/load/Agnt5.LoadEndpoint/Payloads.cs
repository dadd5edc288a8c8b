using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.LoadEndpoint;

/// <summary>The kept part of a record. The documents have many more members, so a large document becomes a small object.</summary>
public sealed record KeptRecord(int Id);

public sealed record Records(IReadOnlyList<KeptRecord> Items);

public sealed record FullRecord(int Id, string Name, string Text, double Value, IReadOnlyList<int> Numbers);

public sealed record Counted(int Count, long ManagedBytes);

/// <summary>Each way through the endpoint has a twin that does the same work with a file, in the same kind of process, without the endpoint's payload code.</summary>
public static class Payloads
{
    [Function]
    public static Counted ReadInput(Records records) => Count(records);

    [Function]
    public static async Task<Counted> ReadFile(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var type = (JsonTypeInfo<Records>)Agnt5Components.Catalog.Find(ComponentType.Function, "read_input"u8)!.InputType!;
        return Count((await JsonSerializer.DeserializeAsync(file, type, cancellationToken))!);
    }

    /// <summary>A sequence that is the same each time it is read and is never in memory as a whole.</summary>
    [Function]
    public static IEnumerable<FullRecord> MakeOutput(int count) => Make(count);

    [Function]
    public static async Task<Counted> WriteFile(string path, int count, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        var type = Agnt5Components.Catalog.Find(ComponentType.Function, "make_output"u8)!.JsonOptions.GetTypeInfo(typeof(IEnumerable<FullRecord>));
        await JsonSerializer.SerializeAsync(file, Make(count), type, cancellationToken);
        return new Counted(count, GC.GetTotalMemory(forceFullCollection: true));
    }

    private static IEnumerable<FullRecord> Make(int count) => Enumerable.Range(0, count).Select(static id => new FullRecord(id, $"record {id}", Text, id / 8.0, Numbers));

    private static readonly string Text = string.Concat(Enumerable.Repeat("Größe 🌍 \"quoted\" ", 50));

    private static readonly int[] Numbers = [.. Enumerable.Range(0, 20)];

    private static Counted Count(Records records)
    {
        var counted = new Counted(records.Items.Count, GC.GetTotalMemory(forceFullCollection: true));
        GC.KeepAlive(records);
        return counted;
    }
}
