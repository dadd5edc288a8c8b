using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>One tool call of a model's reply.</summary>
/// <param name="Call">The call that the model asked for.</param>
/// <param name="Arguments">Its arguments as a JSON object.</param>
/// <param name="Tool">The called tool, or <see langword="null"/> when there is no such tool.</param>
/// <param name="Key">The key of its record.</param>
internal sealed record RunningCall(FunctionCallContent Call, byte[] Arguments, AgentTool? Tool, string Key)
{
    /// <summary>Whether the call is over the limit for one reply, and is not made.</summary>
    public bool IsTooMany { get; init; }

    /// <summary>The key that the reference of the call's failure is made of. An asked agent logs its failure under the prefix of its own records.</summary>
    public string FailureKey => Tool is AskedAgent ? Key + ":" : Key;
}
