namespace Agnt5;

/// <summary>How a question is answered.</summary>
public sealed record AnswerOptions : CallOptions
{
    /// <summary>
    /// Whether the answer is sent although the run's newest pause is no question. AGNT5 then gives it to the run's next question, which nobody has seen. Default: <see langword="false"/>.
    /// </summary>
    public bool EvenUnasked { get; init; }
}
