using Agnt5.Payloads;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>Turns what a component threw into what the caller may know (protocol section 5).</summary>
internal static class FailureClassifier
{
    public static Failure Classify(Exception exception, bool includeDetails)
    {
        var details = includeDetails ? ExceptionText.Details(exception) : null;
        return exception switch
        {
            InputInvalidException => new Failure(200, ErrorCodes.InputInvalid, WireText.OfFailure(exception.Message)) { IsFinal = true, Details = details },
            DeadlineExceededException => new Failure(200, ErrorCodes.DeadlineExceeded, WireText.OfFailure(exception.Message)),
            OutputSerializationException => new Failure(500, ErrorCodes.OutputSerializationFailed, WireText.OfFailure(exception.Message)) { IsFinal = true, Details = details },
            ChecksumException => new Failure(500, ErrorCodes.OutputRefChecksumFailed, $"The output cannot be stored: {exception.Message}.") { Details = details },
            _ => new Failure(200, ErrorCodes.HandlerError, MessageOf(exception)) { IsFinal = IsFinal(exception), Details = details },
        };
    }

    /// <summary>Whether retrying cannot help.</summary>
    public static bool IsFinal(Exception exception) => exception switch
    {
        NonRetryableException => true,
        // Recorded: a retry would find it again.
        WaitTimeoutException => true,
        // A run stays on its deployment, and so without the service.
        ServiceMissingException { InnerException: null } => true,
        StepFailedException step => step.IsFinal,
        _ => false,
    };

    private static string MessageOf(Exception exception) =>
        ExceptionText.Message(exception) is { } message && !string.IsNullOrWhiteSpace(message) ? message : "The component failed without a message.";
}
