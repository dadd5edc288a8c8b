namespace Agnt5;

/// <summary>
/// The names of tools that every agent may have and nobody has to write. Name them in <see cref="AgentAttribute.Tools"/>: <c>Tools = [AgentTools.AskUser, nameof(LookupOrder)]</c>. A tool or agent of
/// the project that has the same name is meant instead.
/// </summary>
public static class AgentTools
{
    /// <summary>
    /// <c>ask_user</c>: the model asks a person a question, with options to choose from or without. The run is suspended until there is an answer (protocol section 5), and the answer is the call's
    /// result. The person may write another answer than the options, or skip the question.
    /// </summary>
    public const string AskUser = "ask_user";

    /// <summary>
    /// <c>request_approval</c>: the model asks a person to approve what it is about to do. The run is suspended until somebody approves or rejects it, and the model is told which. It permits nothing
    /// by itself: a tool that must not run without approval has <see cref="ToolAttribute.RequiresConfirmation"/>.
    /// </summary>
    public const string RequestApproval = "request_approval";
}
