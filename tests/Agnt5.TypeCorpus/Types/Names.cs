using System.Text.Json.Serialization;

namespace Agnt5.TypeCorpus.Types;

public sealed class Renamed
{
    [JsonPropertyName("the-name")] public string Name { get; set; } = "";

    [JsonPropertyName("@class")] public int Class { get; set; }

    [JsonPropertyName("")] public int Empty { get; set; }

    [JsonPropertyName("a \"quoted\" \\ name/with~odd $characters")] public int Odd { get; set; }

    [JsonPropertyName("größe")] public int Size { get; set; }

    [JsonPropertyName("Name")] public string Shifted { get; set; } = "";
}

public sealed record RenamedParameters([property: JsonPropertyName("ID")] string Id, [property: JsonPropertyName("n")] int Number = 5);

public sealed class Ignoring
{
    [JsonIgnore] public string Secret { get; set; } = "s";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Always { get; set; }

    [JsonIgnore] public Action? Callback { get; set; }

    public int Kept { get; set; }
}

public sealed class IgnoringParameter(int kept, int dropped = 5)
{
    public int Kept { get; } = kept;

    [JsonIgnore] public int Dropped { get; } = dropped;

    public int Sum => Kept + Dropped;
}

public static class NameComponents
{
    [Workflow] public static Task<Renamed> Renamed(WorkflowContext run, [Input] Renamed value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<RenamedParameters> RenamedParameters(WorkflowContext run, [Input] RenamedParameters value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Ignoring> Ignoring(WorkflowContext run, [Input] Ignoring value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IgnoringParameter> IgnoringParameter(WorkflowContext run, [Input] IgnoringParameter value) => run.StepAsync("value", () => value);
}
