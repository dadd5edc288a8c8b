using System.Text;
using Agnt5.Execution;
using Agnt5.Primitives;

namespace Agnt5;

/// <summary>
/// A workflow step failed (protocol section 6). The <c>await</c> of the step throws this, live and again on replay. A workflow that catches it and makes
/// a further durable call has reacted: the failure is recorded, and a replay takes the same branch.
/// </summary>
/// <remarks>
/// The exception is the same on every replay. <see cref="Exception.InnerException"/> is never set: the exception of the step does not survive a replay, so code could branch
/// on it only once (AGT4022). Use <see cref="Is{T}"/>. The slice in which the step failed logs the whole exception.
/// </remarks>
public sealed class StepFailedException : Exception
{
    private readonly IReadOnlyList<string> _types;

    internal StepFailedException(string recordKey, string errorType, string message, IReadOnlyList<string> types)
        : base(message)
    {
        RecordKey = StepKey = recordKey;
        ErrorType = errorType;
        _types = types;
    }

    /// <summary>Makes the failure of a step, or of anything that is told like one, from the exception behind it.</summary>
    /// <param name="recordKey">The key under which the step is recorded.</param>
    /// <param name="cause">The exception.</param>
    internal static StepFailedException Of(string recordKey, Exception cause) =>
        new(recordKey, ErrorTypes.NameOf(cause.GetType()), ExceptionText.Message(cause) ?? "", ErrorTypes.Behind(cause)) { IsFinal = FailureClassifier.IsFinal(cause), LiveCause = cause };

    /// <summary>The step's key: its name, or <c>name:key</c>.</summary>
    public string StepKey { get; internal set; }

    /// <summary>The full name of the exception type that the step threw.</summary>
    public string ErrorType { get; }

    /// <summary>The key under which the step is recorded. In an agent it is longer than <see cref="StepKey"/>.</summary>
    internal string RecordKey { get; }

    /// <summary>The full names of the base types of <see cref="ErrorType"/>, and of the types of the exceptions inside it.</summary>
    internal IReadOnlyList<string> Types => _types;

    /// <summary>Whether retrying cannot help. The answer is the same on every replay.</summary>
    internal bool IsFinal { get; init; }

    /// <summary>The exception of the step, in the slice in which the step failed. Only logs and traces use it.</summary>
    internal Exception? LiveCause { get; init; }

    /// <summary>Whether the failure was thrown into any code so far, see <see cref="SeenFailures"/>.</summary>
    internal bool WasThrown { get; set; }

    /// <summary>The failures among which this one waits for a reaction; <see langword="null"/> as soon as a durable call has reacted to it.</summary>
    internal StepFailures? OpenIn { get; set; }

    /// <summary>Notes that the engine has turned the failure into a result, for a model for example. The run's next durable call then reacts to the failure.</summary>
    internal void Tell() => OpenIn?.Tell();

    /// <summary>Whether the step threw an exception of this type, of a type that derives from it, or with such an exception inside. The answer is the same on every replay.</summary>
    /// <typeparam name="T">The type, recognized by its full name.</typeparam>
    public bool Is<T>()
        where T : Exception
    {
        if (typeof(T) == typeof(Exception))
            return true;

        var name = ErrorTypes.NameOf(typeof(T));
        return ErrorType == name || _types.Contains(name);
    }

    /// <summary>The exception as a log shows it. In the slice in which the step failed, the step's exception follows.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(base.ToString());
        if (LiveCause is not null)
            text.Append(Environment.NewLine).Append(" ---> ").Append(ExceptionText.Details(LiveCause) ?? ErrorType);
        return text.ToString();
    }
}
