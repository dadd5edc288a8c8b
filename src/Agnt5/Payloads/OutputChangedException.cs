namespace Agnt5.Payloads;

/// <summary>A component's result is not the same when it is written again, for its upload.</summary>
internal sealed class OutputChangedException(Exception? cause = null)
    : Exception("The component's result changed between the moment it was measured and its upload: return a list instead of a sequence that is computed as it is read.", cause);
