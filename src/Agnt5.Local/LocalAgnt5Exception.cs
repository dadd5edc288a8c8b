namespace Agnt5.Local;

/// <summary>A call that the local AGNT5 refuses. The message says what happened, and what to do.</summary>
public class LocalAgnt5Exception : Exception
{
    private protected LocalAgnt5Exception(string code, string message, Exception? inner)
        : base(message, inner) => Code = code;

    /// <summary>The error's code, for example <c>RUN_NOT_FOUND</c>, as the gateway answers it.</summary>
    public string Code { get; }
}
