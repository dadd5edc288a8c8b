using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>
/// Makes what models, users of agents and MCP clients are told of a failure (<see cref="ServerlessOptions.FailureMessageForModels"/>). An exception's text may hold what none of them may know, such as
/// a connection string, so it passes only where it is written for them.
/// </summary>
/// <param name="showsMessages">Whether the exception's own text passes, as on a developer's machine.</param>
/// <param name="message">The project's callback.</param>
internal sealed class FailureNotices(bool showsMessages, Func<StepFailedException, string?>? message)
{
    /// <param name="exception">The exception, or the recorded failure of a step.</param>
    /// <param name="name">The name of the component that failed, for a failure that has no step.</param>
    /// <param name="reference">The reference that the log has beside the exception.</param>
    public string Of(Exception exception, string name, string reference)
    {
        var failure = exception as StepFailedException ?? StepFailedException.Of(name, exception);
        return TextOf(failure) is { } text && !string.IsNullOrWhiteSpace(text) ? text : $"Failed with {ShortName(failure.ErrorType)}. The endpoint's log has the reason, under reference {reference}.";
    }

    private string? TextOf(StepFailedException failure)
    {
        // Arguments that do not bind: whoever wrote them is told what is wrong with them.
        if (failure.ErrorType == InputInvalidException.RecordedName)
            return failure.Message;

        try
        {
            if (message?.Invoke(failure) is { } given)
                return WireText.OfFailure(given);
        }
        catch (Exception lost)
        {
            // The callback was meant to hide something.
            System.Diagnostics.Debug.WriteLine(lost);
            return null;
        }

        return showsMessages || IsWrittenForCallers(failure) ? failure.Message : null;
    }

    // A value that cannot be written fails for good too, but its text may repeat that of a getter.
    private static bool IsWrittenForCallers(StepFailedException failure) =>
        (failure.IsFinal && !failure.Is<UnwritableException>()) || failure.ErrorType == ErrorTypes.NameOf(typeof(ReportedFailureException));

    // Without the namespace, and without the arguments of a generic type.
    private static string ShortName(string type)
    {
        var name = type.AsSpan();
        if (name.IndexOfAny('`', '[') is var end and >= 0)
            name = name[..end];
        return name[(name.LastIndexOfAny('.', '+') + 1)..].ToString();
    }
}
