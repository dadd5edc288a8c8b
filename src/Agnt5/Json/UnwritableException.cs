using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>No JSON would give a value back. Retrying cannot help.</summary>
/// <param name="problem">The JSON path of the part, and the reason.</param>
/// <param name="cause">The exception of the serializer or the value, if there was one.</param>
internal sealed class UnwritableException(string problem, Exception? cause) : NonRetryableException($"The value cannot be written as JSON: {problem}.", cause)
{
    public string Problem => problem;

    /// <summary>The problem from any exception of writing.</summary>
    public static string ProblemOf(Exception exception) => exception is UnwritableException unwritable ? unwritable.Problem : ExceptionText.Message(exception) ?? "it throws";
}
