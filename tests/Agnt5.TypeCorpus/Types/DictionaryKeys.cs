using System.Numerics;

namespace Agnt5.TypeCorpus.Types;

public sealed record Ledger(Dictionary<int, string> ByNumber, IReadOnlyDictionary<Guid, Person> ById, SortedDictionary<DateOnly, decimal>? ByDay, Dictionary<Priority, Dictionary<int, bool>> Nested);

// Every type that may be the key of a dictionary.
public static class DictionaryKeyComponents
{
    [Workflow] public static Task<Dictionary<bool, int>> KeyOfBool(WorkflowContext run, [Input] Dictionary<bool, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<sbyte, int>> KeyOfSByte(WorkflowContext run, [Input] Dictionary<sbyte, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<byte, int>> KeyOfByte(WorkflowContext run, [Input] Dictionary<byte, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<short, int>> KeyOfShort(WorkflowContext run, [Input] Dictionary<short, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<ushort, int>> KeyOfUShort(WorkflowContext run, [Input] Dictionary<ushort, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<int, int>> KeyOfInt(WorkflowContext run, [Input] Dictionary<int, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<uint, int>> KeyOfUInt(WorkflowContext run, [Input] Dictionary<uint, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<long, int>> KeyOfLong(WorkflowContext run, [Input] Dictionary<long, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<ulong, int>> KeyOfULong(WorkflowContext run, [Input] Dictionary<ulong, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<Int128, int>> KeyOfInt128(WorkflowContext run, [Input] Dictionary<Int128, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<UInt128, int>> KeyOfUInt128(WorkflowContext run, [Input] Dictionary<UInt128, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<BigInteger, int>> KeyOfBigInteger(WorkflowContext run, [Input] Dictionary<BigInteger, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<float, int>> KeyOfFloat(WorkflowContext run, [Input] Dictionary<float, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<double, int>> KeyOfDouble(WorkflowContext run, [Input] Dictionary<double, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<Half, int>> KeyOfHalf(WorkflowContext run, [Input] Dictionary<Half, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<decimal, int>> KeyOfDecimal(WorkflowContext run, [Input] Dictionary<decimal, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<char, int>> KeyOfChar(WorkflowContext run, [Input] Dictionary<char, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<Guid, int>> KeyOfGuid(WorkflowContext run, [Input] Dictionary<Guid, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<DateTime, int>> KeyOfDateTime(WorkflowContext run, [Input] Dictionary<DateTime, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<DateTimeOffset, int>> KeyOfDateTimeOffset(WorkflowContext run, [Input] Dictionary<DateTimeOffset, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<DateOnly, int>> KeyOfDateOnly(WorkflowContext run, [Input] Dictionary<DateOnly, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<TimeOnly, int>> KeyOfTimeOnly(WorkflowContext run, [Input] Dictionary<TimeOnly, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<TimeSpan, int>> KeyOfTimeSpan(WorkflowContext run, [Input] Dictionary<TimeSpan, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<Uri, int>> KeyOfUri(WorkflowContext run, [Input] Dictionary<Uri, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<Version, int>> KeyOfVersion(WorkflowContext run, [Input] Dictionary<Version, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<Priority, int>> KeyOfPriority(WorkflowContext run, [Input] Dictionary<Priority, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<Access, int>> KeyOfAccess(WorkflowContext run, [Input] Dictionary<Access, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Ledger> Ledger(WorkflowContext run, [Input] Ledger value) => run.StepAsync("value", () => value);
}
