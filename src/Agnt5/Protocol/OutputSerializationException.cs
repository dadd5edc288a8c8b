using Agnt5.Json;

namespace Agnt5.Protocol;

/// <summary>Thrown when a component's result cannot be written as JSON: <c>WORKERLESS_OUTPUT_SERIALIZATION_FAILED</c> (protocol section 7).</summary>
internal sealed class OutputSerializationException(Exception cause)
    : Exception($"The component's result cannot be written as JSON: {UnwritableException.ProblemOf(cause)}.", cause);
