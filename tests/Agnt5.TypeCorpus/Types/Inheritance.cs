namespace Agnt5.TypeCorpus.Types;

public abstract class Entity<TKey>
{
    public required TKey Id { get; init; }

    public string Tag { get; set; } = "none";

    public virtual string Label { get; init; } = "";

    public abstract int Rank { get; set; }
}

public sealed class Invoice : Entity<Guid>
{
    public decimal Total { get; set; }

    public override string Label { get; init; } = "invoice";

    public override int Rank { get; set; } = 1;
}

public class Level1
{
    public int One { get; set; } = 1;

    public virtual int Virtual { get; set; }
}

public class Level2 : Level1
{
    public int Two { get; set; } = 2;

    public override int Virtual { get; set; }
}

public sealed class Level3 : Level2
{
    public int Three { get; init; } = 3;

    public override int Virtual { get; set; }
}

public class Hidden
{
    public string Text { get; set; } = "base";

    public string Other { get; set; } = "other";
}

public sealed class Hiding : Hidden
{
    public new string Text { get; set; } = "derived";
}

public sealed class HidingWithAnotherType : Hidden
{
    public new int Text { get; set; }
}

public class HalfVirtual
{
    public virtual string Text { get; set; } = "";
}

public sealed class GetterOnlyOverride : HalfVirtual
{
    public override string Text => base.Text + "!".TrimEnd('!');
}

public abstract record Shape(string Name)
{
    public abstract int Sides { get; }
}

public sealed record Square(string Name, int Side) : Shape(Name)
{
    public override int Sides => 4;
}

public interface INamed
{
    string Name { get; set; }
}

public sealed class Named : INamed
{
    public string Name { get; set; } = "";

    string INamed.Name { get => Name; set => Name = value; }
}

public class BaseWithConstructor(string id)
{
    public string Id { get; } = id;
}

public sealed class DerivedWithConstructor(string id, int count) : BaseWithConstructor(id)
{
    public int Count { get; } = count;
}

public sealed class FromFramework : EventArgs
{
    public string Reason { get; init; } = "";
}

public static class InheritanceComponents
{
    [Workflow] public static Task<Invoice> Invoice(WorkflowContext run, [Input] Invoice value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Level1> Level1(WorkflowContext run, [Input] Level1 value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Level3> Level3(WorkflowContext run, [Input] Level3 value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Hiding> Hiding(WorkflowContext run, [Input] Hiding value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<HidingWithAnotherType> HidingWithAnotherType(WorkflowContext run, [Input] HidingWithAnotherType value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<GetterOnlyOverride> GetterOnlyOverride(WorkflowContext run, [Input] GetterOnlyOverride value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Square> Square(WorkflowContext run, [Input] Square value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Named> Named(WorkflowContext run, [Input] Named value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<DerivedWithConstructor> DerivedWithConstructor(WorkflowContext run, [Input] DerivedWithConstructor value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<FromFramework> FromFramework(WorkflowContext run, [Input] FromFramework value) => run.StepAsync("value", () => value);
}
