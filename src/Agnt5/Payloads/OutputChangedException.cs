namespace Agnt5.Payloads;

/// <summary>Thrown when a component's result differs the second time it is written, for its upload.</summary>
internal sealed class OutputChangedException(Exception? cause = null)
    : Exception("The component's result changed between the moment it was measured and its upload: return a list instead of a sequence that is computed as it is read.", cause);
