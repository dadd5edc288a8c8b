using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>A call that was made.</summary>
/// <param name="Call">What the model asked for.</param>
/// <param name="Arguments">Its arguments as a JSON object.</param>
/// <param name="Tool">What it calls, or <see langword="null"/> when there is no such tool.</param>
/// <param name="Key">The key of its record.</param>
internal sealed record RunningCall(FunctionCallContent Call, byte[] Arguments, AgentTool? Tool, string Key)
{
    /// <summary>Whether the reply asked for more calls than are made.</summary>
    public bool IsTooMany { get; init; }
}
