namespace Agnt5.Local.Engine.Runs;

/// <summary>What a person answered.</summary>
/// <param name="Response">The answer as text: <c>metadata.user_response</c>.</param>
/// <param name="PauseIndex">The question's number, or <see langword="null"/> for an answer that came before its question.</param>
/// <param name="StepEvents">The earlier answers as the endpoint listed them (<c>metadata.step_events</c>), JSON text, or <see langword="null"/>.</param>
internal sealed record GivenAnswer(string Response, int? PauseIndex, string? StepEvents);

/// <summary>Who decided about an approval, and why. The journal tells it; the run learns the answer alone.</summary>
/// <param name="DecidedBy">Who, or <see langword="null"/>.</param>
/// <param name="Reason">Why, or <see langword="null"/>.</param>
/// <param name="Payload">What else the decision came with, as UTF-8 JSON. Empty for nothing.</param>
internal sealed record Decision(string? DecidedBy, string? Reason, ReadOnlyMemory<byte> Payload);

/// <summary>A signal for a run.</summary>
/// <param name="SignalId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="WaitingStep">The step that waited for it, or <see langword="null"/> while none did.</param>
/// <param name="Payload">The payload as JSON text: <c>metadata.signal_payload</c>.</param>
internal sealed record GivenSignal(string SignalId, string Name, string? WaitingStep, string Payload);
