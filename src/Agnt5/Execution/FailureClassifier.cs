using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>Turns an exception of a component into the failure that the response shows (protocol section 5).</summary>
internal static class FailureClassifier
{
    private const string Unspeakable = "The component failed; the endpoint's log has the reason.";

    /// <param name="exception">The exception that the component threw.</param>
    /// <param name="disclosure">The project's choice of what to tell.</param>
    public static Failure Classify(Exception exception, ErrorDisclosure disclosure)
    {
        var details = disclosure.IncludesDetails ? ExceptionText.Details(exception) : null;
        return exception switch
        {
            InputInvalidException => new Failure(200, ErrorCodes.InputInvalid, WireText.OfFailure(exception.Message)) { IsFinal = true, Details = details },
            DeadlineExceededException => new Failure(200, ErrorCodes.DeadlineExceeded, WireText.OfFailure(exception.Message)),
            OutputSerializationException => new Failure(500, ErrorCodes.OutputSerializationFailed, MessageOf(exception, disclosure)) { IsFinal = true, Details = details },
            ChecksumException => new Failure(500, ErrorCodes.OutputRefChecksumFailed, $"The output cannot be stored: {exception.Message}.") { Details = details },
            _ => new Failure(200, ErrorCodes.HandlerError, MessageOf(exception, disclosure)) { IsFinal = IsFinal(exception), Details = details },
        };
    }

    /// <summary>Whether retrying cannot help.</summary>
    public static bool IsFinal(Exception exception) => exception switch
    {
        NonRetryableException => true,
        // The timeout is recorded, so a retry would find it again.
        WaitTimeoutException => true,
        // A run stays on its deployment, so the service stays missing.
        ServiceMissingException { InnerException: null } => true,
        StepFailedException step => step.IsFinal,
        _ => false,
    };

    private static string MessageOf(Exception exception, ErrorDisclosure disclosure)
    {
        var message = Rewritten(exception, disclosure) is { } rewritten ? WireText.OfFailure(rewritten) : ExceptionText.Message(exception);
        return string.IsNullOrWhiteSpace(message) ? "The component failed without a message." : message;
    }

    /// <summary>The text that the project's callback returns for an exception. The callback gets the exception that the code threw.</summary>
    private static string? Rewritten(Exception exception, ErrorDisclosure disclosure)
    {
        if (disclosure.Message is not { } rewrite)
            return null;

        try
        {
            return rewrite(exception switch
            {
                StepFailedException { LiveCause: { } cause } => cause,
                OutputSerializationException { InnerException: { } cause } => cause,
                _ => exception,
            });
        }
        catch (Exception lost)
        {
            // The callback was meant to hide something, so the message stays hidden too.
            System.Diagnostics.Debug.WriteLine(lost);
            return Unspeakable;
        }
    }
}
