using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads the flow-control policies of a workflow or function (protocol section 9). A tool has none.</summary>
internal static class FlowControlParser
{
    private static readonly (string, string) Limit = ("limit", "limit");
    private static readonly (string, string) Period = ("PeriodMs", "period_ms");
    private static readonly (string, string) Window = ("WindowMs", "window_ms");
    private static readonly (string, string) Key = ("Key", "key");
    private static readonly (string, string) KeyExpression = ("KeyExpression", "key_expression");

    /// <summary>The policies, in the order of the protocol's table.</summary>
    public static EquatableArray<PolicyModel> Parse(IMethodSymbol method, KnownSymbols known) =>
        PolicyMark.Of(method, known).OrderBy(static mark => mark.Kind).Select(TryRead).OfType<PolicyModel>().ToEquatableArray();

    private static PolicyModel? TryRead(PolicyMark mark) => mark.Kind switch
    {
        PolicyKind.Retries => Policy("retries", mark,
            ("maxAttempts", "max_attempts"),
            ("InitialIntervalMs", "initial_interval_ms"),
            ("MaxIntervalMs", "max_interval_ms"),
            ("Backoff", "backoff"),
            ("Multiplier", "multiplier")),
        PolicyKind.Concurrency => Policy("concurrency", mark, Limit, ("Scope", "scope"), Key, KeyExpression),
        PolicyKind.Throttle => Policy("throttle", mark, Limit, Period, Window, Key, KeyExpression),
        PolicyKind.RateLimit => Policy("rate_limit", mark, Limit, Period, Window, Key, KeyExpression),
        PolicyKind.Debounce => Policy("debounce", mark, ("windowMs", "window_ms"), Key, KeyExpression),
        PolicyKind.Priority => Policy("priority", mark, ("level", "level")) with { Value = mark.Find("number") is { } number ? Json(number) : null },
        PolicyKind.Singleton => Policy("singleton", mark, Key, KeyExpression, ("Mode", "mode")),
        PolicyKind.Idempotency => Policy("idempotency", mark, Key, KeyExpression, ("TtlMs", "ttl_ms")),
        _ => null,
    };

    private static PolicyModel Policy(string name, PolicyMark mark, params (string Argument, string Name)[] fields) =>
        new(name, fields.SelectMany(field => Field(mark, field.Argument, field.Name)).ToEquatableArray());

    private static IEnumerable<PolicyField> Field(PolicyMark mark, string argument, string name) =>
        mark.Find(argument) is { } value && Json(value) is { } json ? [new(name, json)] : [];

    // AGNT5 writes the members of enums in lower case.
    private static string? Json(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Enum, Type: { } type } => EnumNames.Find(type, value.Value) is { } name ? JsonText.Quote(name.ToLowerInvariant()) : null,
        { Kind: TypedConstantKind.Primitive, Value: { } primitive } => DefaultValues.Json(primitive),
        _ => null,
    };
}
