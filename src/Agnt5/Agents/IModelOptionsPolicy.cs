using Microsoft.Extensions.AI;

namespace Agnt5;

/// <summary>
/// Changes the options of an agent's model calls: settings that only one provider has, such as <see cref="ChatOptions.AdditionalProperties"/>, <see cref="ChatOptions.Reasoning"/> or
/// <see cref="ChatOptions.TopP"/>. Register it as a service, for all agents or, with an agent's name as its key, for that agent alone; then only that one applies.
/// </summary>
public interface IModelOptionsPolicy
{
    /// <summary>
    /// Changes the options of one call. It is asked at each attempt of a call, beside other calls, and not on replay. When it throws, the call fails and is not tried again. What the loop depends on
    /// is set again afterwards: the tools and whether they may be called, the form of the answer, the model, the provider's conversation, and background replies.
    /// </summary>
    /// <param name="options">The options, with those of the agent's attribute. They belong to this call alone.</param>
    /// <param name="call">The call.</param>
    void Apply(ChatOptions options, ModelCall call);
}
