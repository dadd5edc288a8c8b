namespace Agnt5.Shared;

/// <summary>The kind of a call on a context.</summary>
internal enum DurableKind
{
    Step,
    Sleep,
    Question,
    Signal,
    Yield,

    /// <summary>One call of an agent's model, which is a step.</summary>
    ModelCall,

    /// <summary>A turn of an agent, which may ask a person.</summary>
    AgentCall,

    /// <summary>An event that goes out with the response. The call is not durable: steps and tools may make it too.</summary>
    Event,
}
