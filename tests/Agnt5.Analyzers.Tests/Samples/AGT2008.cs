using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

public sealed record Setting(string Name, object? {|AGT2008:Value|});

public sealed class Box<T>
{
    public T? Value { get; set; }

    public List<object[]> {|AGT2008:Others|} { get; } = [];
}

public sealed class Settings
{
    public List<Setting> All { get; set; } = [];

    [JsonExtensionData]
    public Dictionary<string, object>? Rest { get; set; }
}

public sealed class Extensible
{
    public string Name { get; set; } = "";

    [JsonExtensionData]
    public IDictionary<string, object>? Rest { get; set; }

    [JsonIgnore]
    public object? Tag { get; set; }
}

public sealed record Typed(JsonElement Element, JsonNode? Node, JsonObject Object, JsonArray Array, JsonDocument Document);

public static class Orders
{
    [Tool(RequiresConfirmation = true, Description = "\"quoted\" { } \u001f")]
    public static {|AGT2008:object?|} Untyped(object? {|AGT2008:anything|}) => anything;

    [Tool(Description = "Looks.")]
    public static {|AGT2008:dynamic?|} Dynamic(dynamic? {|AGT2008:anything|}) => anything;

    [Tool(Description = "Looks.")]
    public static {|AGT2008:IAsyncEnumerable<dynamic?>?|} OptionalStream() => null;

    [Function]
    public static void DeepInside(string name, Settings settings) { }

    [Function]
    public static Settings Again(Settings settings) => settings;

    [Function]
    public static void BroughtByAnArgument(Box<object> {|AGT2008:box|}, Box<int> number) { }

    [Function]
    public static void InACollection(object[] {|AGT2008:items|}, Dictionary<string, object> {|AGT2008:values|}) { }

    [Workflow]
    public static async Task Calls(WorkflowContext context)
    {
        await context.{|AGT2008:StepAsync<object>|}("step", () => 1);
        await context.{|AGT2008:WaitForSignalAsync<object?>|}("signal");
        await context.{|AGT2008:EmitAsync<object?>|}("event", null);
        await context.EmitAsync("text", "text");
    }

    [Function]
    public static Typed ExtensionData(Extensible extensible, Typed typed) => typed;

    [Function]
    public static void OneFindingForARefusedType(Dictionary<object, object> {|AGT2007:values|}) { }
}
