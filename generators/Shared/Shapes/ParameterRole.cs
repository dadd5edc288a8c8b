namespace Agnt5.Shared;

/// <summary>Where the argument of a component's parameter comes from.</summary>
internal enum ParameterRole
{
    Context,
    CancellationToken,
    Service,
    KeyedService,
    Input,

    /// <summary>The user's message to an agent.</summary>
    Message,

    /// <summary>The delivery of a webhook, next to the payload.</summary>
    Delivery,

    /// <summary>Nowhere: it is no data, and no attribute says that it is a service (AGT1017).</summary>
    UnmarkedService,
}
