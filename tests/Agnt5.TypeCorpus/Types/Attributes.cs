using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Agnt5.TypeCorpus.Types;

public sealed class IgnoreConditions
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Text { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Number { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Count { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Person? Person { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Priority Priority { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Always { get; set; }
}

public sealed class Ordered
{
    public int Third { get; set; }

    [JsonPropertyOrder(2)] public int Fifth { get; set; }

    [JsonPropertyOrder(-1)] public int Second { get; set; }

    public int Fourth { get; set; }

    [JsonPropertyOrder(-5)] public int First { get; set; }
}

public class Included
{
    [JsonInclude] private string _hidden = "hidden";

    [JsonInclude] internal int Internal { get; set; }

    [JsonInclude] public int PrivateSetter { get; private set; }

    [JsonInclude] public int PrivateInit { get; private init; } = 3;

    [JsonInclude] private List<int> Numbers { get; set; } = [1];

    [JsonInclude] public string Field = "field";

    [JsonInclude] protected string? Protected { get; set; }

    public string Show() => _hidden + Protected;
}

public struct IncludedStruct
{
    [JsonInclude] public int Field;

    [JsonInclude] private int _hidden;

    [JsonInclude] public string? Text { readonly get; private set; }

    public readonly int Show() => _hidden;
}

public sealed class RequiredByAttribute
{
    [JsonRequired] public string Name { get; set; } = "given";

    [JsonRequired] public int? Maybe { get; set; }

    [JsonRequired, JsonInclude] internal Person? Person { get; set; }
}

public sealed class PrivatelyConstructed
{
    [JsonConstructor]
    private PrivatelyConstructed(string name, int count)
    {
        Name = name;
        Count = count;
    }

    public string Name { get; }

    public int Count { get; }

    public string? Note { get; init; }

    public static PrivatelyConstructed Create(string name, int count) => new(name, count);
}

[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
public sealed record NumbersAsText(int Int, long? Long, double Double, decimal Decimal, byte[] Bytes, List<int> Items);

public sealed class NumberHandlings
{
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public int Reads { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] public ulong Both { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double Named { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public float? MaybeNamed { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public Dictionary<string, int> Counts { get; set; } = [];

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public int[] Numbers { get; set; } = [];

    public int Strict { get; set; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Closed(string Text, int? Number = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record Open(Closed Closed, List<Closed> More);

public sealed class WithExtensionData
{
    public int Known { get; set; }

    [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
}

public sealed class WithObjectExtensionData
{
    public string Known { get; set; } = "";

    [JsonExtensionData] public IDictionary<string, object>? Rest { get; set; }
}

public sealed class WithJsonObject
{
    public string? Known { get; init; }

    [JsonExtensionData] public JsonObject? Rest { get; init; }
}

[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class Populated
{
    public List<int> Numbers { get; } = [];

    public Dictionary<string, int> Counts { get; } = [];

    public Mutable Inner { get; } = new();
}

public sealed class PopulatedMember
{
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public HashSet<string> Names { get; } = [];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)] public List<int> Replaced { get; set; } = [1, 2, 3];
}

public static class AttributeComponents
{
    [Workflow] public static Task<IgnoreConditions> IgnoreConditions(WorkflowContext run, [Input] IgnoreConditions value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Ordered> Ordered(WorkflowContext run, [Input] Ordered value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Included> Included(WorkflowContext run, [Input] Included value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IncludedStruct> IncludedStruct(WorkflowContext run, [Input] IncludedStruct value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<RequiredByAttribute> RequiredByAttribute(WorkflowContext run, [Input] RequiredByAttribute value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<PrivatelyConstructed> PrivatelyConstructed(WorkflowContext run, [Input] PrivatelyConstructed value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<NumbersAsText> NumbersAsText(WorkflowContext run, [Input] NumbersAsText value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<NumberHandlings> NumberHandlings(WorkflowContext run, [Input] NumberHandlings value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Closed> Closed(WorkflowContext run, [Input] Closed value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Open> Open(WorkflowContext run, [Input] Open value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<WithExtensionData> WithExtensionData(WorkflowContext run, [Input] WithExtensionData value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<WithObjectExtensionData> WithObjectExtensionData(WorkflowContext run, [Input] WithObjectExtensionData value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<WithJsonObject> WithJsonObject(WorkflowContext run, [Input] WithJsonObject value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Populated> Populated(WorkflowContext run, [Input] Populated value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<PopulatedMember> PopulatedMember(WorkflowContext run, [Input] PopulatedMember value) => run.StepAsync("value", () => value);
}
