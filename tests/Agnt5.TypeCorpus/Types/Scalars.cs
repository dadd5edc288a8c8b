namespace Agnt5.TypeCorpus.Types;

public sealed record Numbers(
    sbyte SByte, byte Byte, short Short, ushort UShort, int Int, uint UInt, long Long, ulong ULong, Int128 Int128, UInt128 UInt128, float Float, double Double,
    Half Half, decimal Decimal);

public sealed record MaybeNumbers(
    sbyte? SByte, byte? Byte, short? Short, ushort? UShort, int? Int, uint? UInt, long? Long, ulong? ULong, Int128? Int128, UInt128? UInt128, float? Float,
    double? Double, Half? Half, decimal? Decimal);

public sealed record Texts(string Text, string? Maybe, char Character, char? MaybeCharacter, Uri Uri, Uri? MaybeUri, Version Version, Version? MaybeVersion, byte[] Bytes, byte[]? MaybeBytes);

public sealed record Times(
    DateTime At, DateTime? MaybeAt, DateTimeOffset There, DateTimeOffset? MaybeThere, DateOnly Day, DateOnly? MaybeDay, TimeOnly Time, TimeOnly? MaybeTime,
    TimeSpan Span, TimeSpan? MaybeSpan);

public sealed record Identities(Guid Id, Guid? Maybe, bool Flag, bool? MaybeFlag);

// Each scalar also stands alone: as the input, the output and the step result themselves.
public static class ScalarComponents
{
    [Workflow] public static Task<bool> BoolValue(WorkflowContext run, [Input] bool value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<sbyte> SByteValue(WorkflowContext run, [Input] sbyte value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<byte> ByteValue(WorkflowContext run, [Input] byte value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<short> ShortValue(WorkflowContext run, [Input] short value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ushort> UShortValue(WorkflowContext run, [Input] ushort value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<int> IntValue(WorkflowContext run, [Input] int value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<uint> UIntValue(WorkflowContext run, [Input] uint value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<long> LongValue(WorkflowContext run, [Input] long value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ulong> ULongValue(WorkflowContext run, [Input] ulong value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Int128> Int128Value(WorkflowContext run, [Input] Int128 value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<UInt128> UInt128Value(WorkflowContext run, [Input] UInt128 value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<float> FloatValue(WorkflowContext run, [Input] float value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<double> DoubleValue(WorkflowContext run, [Input] double value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Half> HalfValue(WorkflowContext run, [Input] Half value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<decimal> DecimalValue(WorkflowContext run, [Input] decimal value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<char> CharValue(WorkflowContext run, [Input] char value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<string> TextValue(WorkflowContext run, [Input] string value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Uri> UriValue(WorkflowContext run, [Input] Uri value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Version> VersionValue(WorkflowContext run, [Input] Version value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Guid> GuidValue(WorkflowContext run, [Input] Guid value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<DateTime> DateTimeValue(WorkflowContext run, [Input] DateTime value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<DateTimeOffset> DateTimeOffsetValue(WorkflowContext run, [Input] DateTimeOffset value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<DateOnly> DateOnlyValue(WorkflowContext run, [Input] DateOnly value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<TimeOnly> TimeOnlyValue(WorkflowContext run, [Input] TimeOnly value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<TimeSpan> TimeSpanValue(WorkflowContext run, [Input] TimeSpan value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<byte[]> BytesValue(WorkflowContext run, [Input] byte[] value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Numbers> Numbers(WorkflowContext run, [Input] Numbers value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<MaybeNumbers> MaybeNumbers(WorkflowContext run, [Input] MaybeNumbers value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Texts> Texts(WorkflowContext run, [Input] Texts value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Times> Times(WorkflowContext run, [Input] Times value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Identities> Identities(WorkflowContext run, [Input] Identities value) => run.StepAsync("value", () => value);
}
