using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

public sealed record Order(
    string Id,
    List<Line> {|AGT2011:Lines|},
    [MaxLength(10)] string[] Tags,
    [Length(1, 10)] Dictionary<string, int> Counts,
    [MinLength(1)] HashSet<long> {|AGT2011:Numbers|},
    IReadOnlyDictionary<Guid, int> {|AGT2011:Stock|},
    [MaxLength(3)] List<List<int>> Inner,
    byte[] Bytes,
    JsonElement Anything);

public sealed class Line
{
    public string Sku { get; set; } = "";

    public List<string> {|AGT2011:Notes|} { get; } = [];

    public IEnumerable<string> Computed => [];

    [JsonIgnore]
    public List<string> Internal { get; set; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

public sealed class Page<T>
{
    public List<T> {|AGT2011:Items|} { get; set; } = [];
}

public sealed record Receipt(List<string> Lines);

public static class Orders
{
    [Function]
    public static Receipt Place(Order order) => new([order.Id]);

    [Function]
    public static void PlaceAgain(Order order, Page<int> numbers, Page<string> texts, int[] {|AGT2011:counts|}, [MaxLength(5)] int[] few, (int, List<int> Elements) tuple) { }

    [Workflow]
    public static async Task Run(WorkflowContext context) => await context.StepAsync("make", _ => Task.FromResult(new Receipt([])));
}
