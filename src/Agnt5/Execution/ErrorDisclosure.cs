namespace Agnt5.Execution;

/// <summary>How much of an exception the caller is told.</summary>
/// <param name="IncludesDetails">Whether the answer has the exception's type and stack trace.</param>
/// <param name="Message">Says what the caller is told in the place of the exception's message. Default: the message.</param>
internal sealed record ErrorDisclosure(bool IncludesDetails, Func<Exception, string?>? Message);
