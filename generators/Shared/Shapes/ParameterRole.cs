namespace Agnt5.Shared;

/// <summary>Where the argument of a component's parameter comes from.</summary>
internal enum ParameterRole
{
    Context,
    CancellationToken,
    Service,
    KeyedService,
    Input,

    /// <summary>What the user says to an agent.</summary>
    Message,

    /// <summary>The delivery of a webhook, beside what is taken from it.</summary>
    Delivery,
}
