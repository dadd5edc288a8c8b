using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads what starts a workflow by itself. Another component has no triggers.</summary>
internal static class TriggerParser
{
    // The gateway skips a trigger that has one of them, without a word.
    private static readonly string[] Unsupported = ["InputMapping", "Delay", "BatchWindowMs"];

    /// <summary>The event triggers that can start a run, in source order. Those that the analyzers reject are left out.</summary>
    public static EquatableArray<TriggerModel> Parse(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyMark.Of(method, known).Select(mark => TryRead(mark, method, known, cancellationToken)).OfType<TriggerModel>().ToEquatableArray();

    /// <summary>The schedule, when there is one.</summary>
    public static string? ParseCron(IMethodSymbol method, KnownSymbols known) =>
        PolicyMark.Of(method, known).Where(static mark => mark.Kind == PolicyKind.Cron).Select(static mark => Text(mark, "expression")).FirstOrDefault();

    private static TriggerModel? TryRead(PolicyMark mark, IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (EventName(mark) is not { } eventName || Unsupported.Any(argument => mark.Find(argument) is not null))
            return null;

        FilterModel? filter = null;
        if (Text(mark, TriggerFilter.Property) is { } named)
        {
            if (TriggerFilter.Find(method, named, known, cancellationToken) is not { Method: { } predicate, Argument: var argument })
                return null;
            filter = new($"{TypeNames.CSharp(predicate.ContainingType)}.{GeneratedNames.Escape(predicate.Name)}", argument);
        }

        return new() { EventName = eventName, Id = Text(mark, "Id"), Filter = filter };
    }

    private static string? EventName(PolicyMark mark) => (mark.Kind, Text(mark, "eventName"), Text(mark, "source")) switch
    {
        (PolicyKind.OnEvent, { } name, _) => name,
        (PolicyKind.OnWebhook, { } name, { } source) => $"{source.ToLowerInvariant()}.{name}",
        _ => null,
    };

    private static string? Text(PolicyMark mark, string argument) => mark.Find(argument)?.Value as string;
}
