using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads the triggers of a workflow. Other components have none.</summary>
internal static class TriggerParser
{
    /// <summary>The event triggers, in source order.</summary>
    public static EquatableArray<TriggerModel> Parse(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyMark.Of(method, known).Select(mark => TryRead(mark, method, known, cancellationToken)).OfType<TriggerModel>().ToEquatableArray();

    /// <summary>The schedule, when there is one.</summary>
    public static string? ParseCron(IMethodSymbol method, KnownSymbols known) =>
        PolicyMark.Of(method, known).Where(static mark => mark.Kind == PolicyKind.Cron).Select(static mark => Text(mark, "expression")).FirstOrDefault();

    private static TriggerModel? TryRead(PolicyMark mark, IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        EventName(mark) is { } eventName ? new() { EventName = eventName, Id = Text(mark, "Id"), Filter = Filter(mark, method, known, cancellationToken) } : null;

    // A filter that does not fit keeps the component out of the catalog (AGT3010).
    private static FilterModel? Filter(PolicyMark mark, IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        Text(mark, TriggerFilter.Property) is { } named && TriggerFilter.Find(method, named, known, cancellationToken) is { Method: { } predicate, Argument: var argument }
            ? new($"{TypeNames.CSharp(predicate.ContainingType)}.{GeneratedNames.Escape(predicate.Name)}", argument, argument.IsBase ? TypeNames.CSharp(predicate.Parameters[0].Type) : null)
            : null;

    private static string? EventName(PolicyMark mark) => (mark.Kind, Text(mark, "eventName"), Text(mark, "source")) switch
    {
        (PolicyKind.OnEvent, { } name, _) => name,
        (PolicyKind.OnWebhook, { } name, { } source) => $"{source.ToLowerInvariant()}.{name}",
        _ => null,
    };

    private static string? Text(PolicyMark mark, string argument) => mark.Find(argument)?.Value as string;
}
