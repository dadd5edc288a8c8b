namespace Agnt5.Protocol;

/// <summary>A component's result cannot be written as JSON: <c>WORKERLESS_OUTPUT_SERIALIZATION_FAILED</c> (protocol section 7).</summary>
internal sealed class OutputSerializationException(Exception cause)
    : Exception("the component's result cannot be written as JSON; the endpoint's log has the reason", cause);
