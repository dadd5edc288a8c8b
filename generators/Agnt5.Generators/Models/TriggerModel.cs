using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>One event trigger of a workflow. What was not written is <see langword="null"/>.</summary>
internal sealed record TriggerModel
{
    /// <summary>The event's name on the wire; of a webhook, with its source.</summary>
    public required string EventName { get; init; }

    public required string? Id { get; init; }

    /// <summary>The predicate that decides whether a run of this trigger goes on. It is not on the wire.</summary>
    public required FilterModel? Filter { get; init; }
}

/// <summary>The call of a trigger's filter.</summary>
/// <param name="Method">The method with its class, as generated code writes it.</param>
/// <param name="Argument">What it takes.</param>
/// <param name="Cast">The type that the payload is given as where that is not its own, or <see langword="null"/>: of several methods of one name, C# would take the one that is nearest.</param>
internal sealed record FilterModel(string Method, FilterArgument Argument, string? Cast);
