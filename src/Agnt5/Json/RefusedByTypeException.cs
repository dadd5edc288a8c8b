using System.Text.Json;

namespace Agnt5.Json;

/// <summary>A constructor, setter or converter of the project refused a value. The serializer adds the path, which it does for exceptions of its own kind alone.</summary>
/// <param name="cause">What was thrown.</param>
internal sealed class RefusedByTypeException(Exception cause) : JsonException(message: null, cause)
{
    /// <summary>Whether a constructor threw, so that the path is that of the object.</summary>
    public bool IsOfConstructor { get; init; }

    /// <summary>The member whose setter threw. A path may end at its object: the serializer sets members that stand before the constructor's when it has read the object.</summary>
    public string? Member { get; init; }

    /// <summary>Finds a refusal in an exception of binding.</summary>
    public static RefusedByTypeException? In(Exception? failure) => failure as RefusedByTypeException ?? (failure is JsonException { InnerException: { } inner } ? In(inner) : null);
}
