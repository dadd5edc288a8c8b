using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>How one slice ended.</summary>
/// <param name="Exception">What the component threw, or <see langword="null"/> when it completed.</param>
internal readonly record struct Outcome(Exception? Exception)
{
    public static Outcome Completed => default;

    public bool IsCompleted => Exception is null;

    public static Outcome Failed(Exception exception) => new(exception);
}
