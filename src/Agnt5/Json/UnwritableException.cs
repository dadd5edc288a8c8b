using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>A value has no JSON that would give it back. Trying again cannot help.</summary>
/// <param name="problem">Which part and why: its JSON path and the reason.</param>
/// <param name="cause">What the serializer or the value threw, if anything did.</param>
internal sealed class UnwritableException(string problem, Exception? cause) : NonRetryableException($"The value cannot be written as JSON: {problem}.", cause)
{
    public string Problem => problem;

    /// <summary>What is wrong, whoever found it.</summary>
    public static string ProblemOf(Exception exception) => exception is UnwritableException unwritable ? unwritable.Problem : ExceptionText.Message(exception) ?? "it throws";
}
