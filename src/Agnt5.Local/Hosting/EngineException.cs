namespace Agnt5.Local.Hosting;

/// <summary>A call that the engine refuses.</summary>
/// <param name="kind">Whose turn it is.</param>
/// <param name="code">The error's code, see <see cref="EngineErrorCodes"/>.</param>
/// <param name="message">What happened, and what to do.</param>
/// <param name="inner">The cause, or <see langword="null"/>.</param>
internal sealed class EngineException(EngineErrorKind kind, string code, string message, Exception? inner = null) : LocalAgnt5Exception(code, message, inner)
{
    public EngineErrorKind Kind { get; } = kind;
}
