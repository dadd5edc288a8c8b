namespace Agnt5.Execution;

/// <summary>How much of an exception the response tells the caller.</summary>
/// <param name="IncludesDetails">Whether the response has the exception's type and stack trace.</param>
/// <param name="Message">Returns the text that replaces the exception's message. Default: the message.</param>
internal sealed record ErrorDisclosure(bool IncludesDetails, Func<Exception, string?>? Message);
