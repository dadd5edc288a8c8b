namespace Agnt5.Execution;

/// <summary>A tool gave its failure as its result. The text is written for whoever called the tool, so models and users are told it.</summary>
internal sealed class ReportedFailureException(string message) : Exception(message);
