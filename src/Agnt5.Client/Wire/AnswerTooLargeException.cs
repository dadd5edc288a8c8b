namespace Agnt5.Client.Wire;

/// <summary>An answer is larger than the client reads.</summary>
internal sealed class AnswerTooLargeException : Exception;
