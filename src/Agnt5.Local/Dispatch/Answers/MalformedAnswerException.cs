namespace Agnt5.Local.Dispatch.Answers;

/// <summary>A part of an answer that the protocol does not allow.</summary>
/// <param name="path">Where it is, from the part that was read: <c>error.code</c>.</param>
/// <param name="problem">What is wrong, behind the path: <c>is missing</c>.</param>
internal sealed class MalformedAnswerException(string path, string problem) : Exception($"{path} {problem}")
{
    /// <summary>The same problem, seen from further outside.</summary>
    /// <param name="outer">The path of the part, such as <c>events[3]</c>.</param>
    public MalformedAnswerException In(string outer) => new($"{outer}.{path}", problem);
}
