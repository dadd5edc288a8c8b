namespace Agnt5;

/// <summary>What becomes of the failure of a tool that an agent's model called. A call that names no tool, or whose arguments do not bind, always goes back to the model.</summary>
public enum ToolErrorHandling
{
    /// <summary>The model gets the failure's message as the call's result, and decides what to do.</summary>
    TellModel,

    /// <summary>The turn fails with it.</summary>
    FailTurn,
}
