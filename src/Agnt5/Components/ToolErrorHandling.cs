namespace Agnt5;

/// <summary>Says what happens when a tool that an agent's model called fails. A call of an unknown tool, or with arguments that do not bind, always goes back to the model.</summary>
public enum ToolErrorHandling
{
    /// <summary>The model gets the failure's message as the call's result, and decides what to do.</summary>
    TellModel,

    /// <summary>The turn fails with the tool's failure.</summary>
    FailTurn,
}
