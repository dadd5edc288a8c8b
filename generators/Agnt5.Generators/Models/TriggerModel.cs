using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>One event trigger of a workflow. Values that were not written are <see langword="null"/>.</summary>
internal sealed record TriggerModel
{
    /// <summary>The event's name on the wire; of a webhook, with its source.</summary>
    public required string EventName { get; init; }

    public required string? Id { get; init; }

    /// <summary>The predicate that decides whether a run of this trigger continues. It is not on the wire.</summary>
    public required FilterModel? Filter { get; init; }
}

/// <summary>The call of a trigger's filter.</summary>
/// <param name="Method">The method with its class, as generated code writes it.</param>
/// <param name="Argument">The argument that it takes.</param>
/// <param name="Cast">The type to cast the payload to, or <see langword="null"/> when it has that type: of several methods with one name, C# would choose the nearest.</param>
internal sealed record FilterModel(string Method, FilterArgument Argument, string? Cast);
