using System.Text;
using Agnt5.Execution;
using Agnt5.Primitives;

namespace Agnt5;

/// <summary>
/// A workflow step threw (protocol section 6). Thrown where the step is awaited, while live and again on replay. A workflow that catches it and
/// goes on has decided: the failure is recorded, and a replay takes the same branch.
/// </summary>
/// <remarks>
/// It says the same on every replay. <see cref="Exception.InnerException"/> is never set, since what the step threw is gone by then and a branch on it would be taken
/// once and not again (AGT4022): ask <see cref="Is{T}"/>. The log has the whole exception, from the slice in which it happened.
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

    /// <summary>The step's key: its name, or <c>name:key</c>.</summary>
    public string StepKey { get; internal set; }

    /// <summary>The full name of the exception type that the step threw.</summary>
    public string ErrorType { get; }

    /// <summary>The key under which the step is recorded, which in an agent is longer than its own.</summary>
    internal string RecordKey { get; }

    /// <summary>The full names of the types that <see cref="ErrorType"/> derives from, and of the exceptions inside of it.</summary>
    internal IReadOnlyList<string> Types => _types;

    /// <summary>Whether the step threw what retrying cannot help. It outlives a replay.</summary>
    internal bool IsFinal { get; init; }

    /// <summary>What the step threw, in the slice in which it did; for logs and traces alone.</summary>
    internal Exception? LiveCause { get; init; }

    /// <summary>Whether it was thrown into any code so far, see <see cref="SeenFailures"/>.</summary>
    internal bool WasThrown { get; set; }

    /// <summary>Whether the engine itself has made a result of it that others are told, such as a model: the run's next durable call answers to it.</summary>
    internal bool WasTold { get; set; }

    /// <summary>Whether the step threw an exception of a type, or one that derives from it or holds one inside. The answer outlives a replay.</summary>
    /// <typeparam name="T">The type, recognized by its full name.</typeparam>
    public bool Is<T>()
        where T : Exception
    {
        if (typeof(T) == typeof(Exception))
            return true;

        var name = ErrorTypes.NameOf(typeof(T));
        return ErrorType == name || _types.Contains(name);
    }

    /// <summary>The exception as a log shows it, with what the step threw where that is known.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(base.ToString());
        if (LiveCause is not null)
            text.Append(Environment.NewLine).Append(" ---> ").Append(ExceptionText.Details(LiveCause) ?? ErrorType);
        return text.ToString();
    }
}
