namespace Agnt5.TypeCorpus.Types;

public enum Priority
{
    Low,
    Normal = 5,
    High = 10,
}

public enum Tiny : byte
{
    None,
    Full = byte.MaxValue,
}

public enum Wide : long
{
    Lowest = long.MinValue,
    Zero = 0,
    Highest = long.MaxValue,
}

public enum Unsigned : ulong
{
    None,
    Highest = ulong.MaxValue,
}

public enum Synonyms
{
    First = 1,
    One = 1,
    Second = 2,
}

public enum Letters
{
    lower,
    UPPER,
    Été,
}

[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
    Execute = 4,
    All = Read | Write | Execute,
}

[Flags]
public enum Bits : ulong
{
    First = 1,
    Second = 2,
    Last = 1UL << 63,
}

public sealed record Enums(
    Priority Priority, Priority? Maybe, Tiny Tiny, Wide Wide, Unsigned Unsigned, Letters Letters, Access Access, Access? MaybeAccess, Bits Bits, Priority[] Several, DayOfWeek Day);

public sealed record Grant(string To, Access Access = Access.Read | Access.Write, Access Most = Access.All, Access? Maybe = null, Priority Priority = Priority.High);

public sealed record EnumKeys(Dictionary<Priority, int> ByPriority, Dictionary<Access, int> ByAccess, Dictionary<Numbered, int> ByNumber, Dictionary<string, Access?> Values);

public static class EnumComponents
{
    [Workflow] public static Task<Grant> Grant(WorkflowContext run, [Input] Grant value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<EnumKeys> EnumKeys(WorkflowContext run, [Input] EnumKeys value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Priority> Priority(WorkflowContext run, [Input] Priority value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Synonyms> Synonyms(WorkflowContext run, [Input] Synonyms value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Access> Access(WorkflowContext run, [Input] Access value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Bits> Bits(WorkflowContext run, [Input] Bits value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Enums> Enums(WorkflowContext run, [Input] Enums value) => run.StepAsync("value", () => value);
}
