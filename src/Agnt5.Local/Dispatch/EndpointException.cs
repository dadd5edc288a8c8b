namespace Agnt5.Local.Dispatch;

/// <summary>An endpoint that does not answer as the protocol says.</summary>
/// <param name="code">The error's code.</param>
/// <param name="message">What happened, and what to do.</param>
/// <param name="inner">The cause, or <see langword="null"/>.</param>
internal sealed class EndpointException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
