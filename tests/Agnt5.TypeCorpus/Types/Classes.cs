using System.Text.Json.Serialization;

namespace Agnt5.TypeCorpus.Types;

public sealed class Mutable
{
    public string Name { get; set; } = "";

    public int Count { get; set; }

    public string? Note { get; set; }
}

public sealed class Initialized
{
    public string Name { get; init; } = "given";

    public int Count { get; set; } = 42;

    public List<string> Tags { get; init; } = ["a", "b"];

    public string? Note { get; set; } = "note";

    public Address Home { get; set; } = new("street", "city");
}

public sealed class Demanding
{
    public required string Name { get; init; }

    public required int Count { get; set; }

    public required string? Note { get; init; }

    public required List<int> Numbers { get; set; }
}

public sealed class Immutable
{
    public Immutable(string name, int count, string? note = "none")
    {
        Name = name;
        Count = count;
        Note = note;
    }

    public string Name { get; }

    public int Count { get; }

    public string? Note { get; }
}

public sealed class PrimaryConstructor(string name, int count)
{
    public string Name { get; } = name;

    public int Count { get; private set; } = count;
}

public sealed class SeveralConstructors
{
    public SeveralConstructors() => Made = "empty";

    public SeveralConstructors(string made) => Made = made;

    public string Made { get; set; }
}

public sealed class ChosenConstructor
{
    public ChosenConstructor() => throw new InvalidOperationException("Not this one.");

    [JsonConstructor]
    public ChosenConstructor(int value) => Value = value;

    public int Value { get; }
}

public sealed class ConstructorAndSetters(string id)
{
    public string Id { get; } = id;

    public string? Note { get; set; }

    public required int Count { get; init; }
}

public sealed class Computed
{
    public int Width { get; set; }

    public int Height { get; set; }

    public int Area => Width * Height;

    public string Text => $"{Width}x{Height}";
}

public sealed class WriteOnly
{
    private string _secret = "";

    public string Secret { set => _secret = value; }

    public int Length { get => _secret.Length; }

    public string Plain { get; set; } = "";
}

public sealed class Keywords
{
    public string @class { get; set; } = "";

    public int @event { get; set; }

    public bool @null { get; set; }

    public string? @namespace { get; set; }
}

public sealed class ClampingSetter
{
    private int _percent;

    public int Percent { get => _percent; set => _percent = value is >= -100 and <= 100 ? value : Math.Sign(value) * 100; }
}

public sealed class StaticAndIndexed
{
    public static int Shared { get; set; } = 3;

    public const int Constant = 4;

    public int this[int index] => index;

    public int Own { get; set; }
}

public sealed class Collections
{
    public List<string> Names { get; set; } = [];

    public int[] Numbers { get; set; } = [];

    public Dictionary<string, Address> Addresses { get; set; } = [];

    public IReadOnlyList<Person?>? People { get; init; }
}

public static class ClassComponents
{
    [Workflow] public static Task<Mutable> Mutable(WorkflowContext run, [Input] Mutable value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Initialized> Initialized(WorkflowContext run, [Input] Initialized value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Demanding> Demanding(WorkflowContext run, [Input] Demanding value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Immutable> Immutable(WorkflowContext run, [Input] Immutable value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<PrimaryConstructor> PrimaryConstructor(WorkflowContext run, [Input] PrimaryConstructor value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<SeveralConstructors> SeveralConstructors(WorkflowContext run, [Input] SeveralConstructors value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ChosenConstructor> ChosenConstructor(WorkflowContext run, [Input] ChosenConstructor value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ConstructorAndSetters> ConstructorAndSetters(WorkflowContext run, [Input] ConstructorAndSetters value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Computed> Computed(WorkflowContext run, [Input] Computed value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<WriteOnly> WriteOnly(WorkflowContext run, [Input] WriteOnly value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Keywords> Keywords(WorkflowContext run, [Input] Keywords value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ClampingSetter> ClampingSetter(WorkflowContext run, [Input] ClampingSetter value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<StaticAndIndexed> StaticAndIndexed(WorkflowContext run, [Input] StaticAndIndexed value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Collections> Collections(WorkflowContext run, [Input] Collections value) => run.StepAsync("value", () => value);
}
