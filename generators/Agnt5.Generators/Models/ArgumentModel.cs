namespace Agnt5.Generators.Models;

/// <summary>One argument of a method or constructor.</summary>
internal sealed record ArgumentModel
{
    public required ArgumentSource Source { get; init; }

    /// <summary>The parameter's type as generated code writes it.</summary>
    public required string Type { get; init; }

    /// <summary>The escaped member of the input object, the key of a keyed service, or the default of an optional one, as an expression.</summary>
    public string Expression { get; init; } = "";
}

/// <summary>Where an argument comes from.</summary>
internal enum ArgumentSource
{
    Context,
    CancellationToken,
    Service,
    OptionalService,
    KeyedService,
    WholeInput,
    InputMember,

    /// <summary>The event that started a workflow, with the input as its data.</summary>
    Event,

    /// <summary>The webhook's delivery that started a workflow, with the input as its payload.</summary>
    DeliveryOfInput,

    /// <summary>The webhook's delivery that started a workflow.</summary>
    Delivery,

    /// <summary>The user's message to an agent.</summary>
    Message,
}
