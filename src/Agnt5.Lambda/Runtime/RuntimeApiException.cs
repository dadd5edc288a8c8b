namespace Agnt5.Lambda.Runtime;

/// <summary>The runtime API does not do what it was asked for.</summary>
internal sealed class RuntimeApiException(string message, Exception? cause = null) : Exception(message, cause);
