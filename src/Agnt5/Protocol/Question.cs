namespace Agnt5;

/// <summary>
/// The kind of a question to a person, and the answers that it allows (protocol section 5). Start from one of the kinds and change what differs:
/// <c>Question.Approval with { Skippable = true }</c>.
/// </summary>
public sealed record Question
{
    private Question(string inputType, IReadOnlyList<QuestionOption> options) => (InputType, Options) = (inputType, options);

    /// <summary>Free text.</summary>
    public static Question Text { get; } = new("text", []);

    /// <summary>Yes or no. The answer is <c>approve</c> or <c>reject</c>, unless other options are given.</summary>
    public static Question Approval { get; } = new("approval", [new("approve", "Approve"), new("reject", "Reject")]);

    /// <summary>How the question is presented: <c>text</c>, <c>approval</c>, <c>select</c> or <c>multiselect</c>.</summary>
    public string InputType { get; }

    /// <summary>The options to choose from. Default: none for text, <c>approve</c> and <c>reject</c> for an approval.</summary>
    public IReadOnlyList<QuestionOption> Options { get; init; }

    /// <summary>Whether the person may also answer with free text instead of an option. The answer is then that text. Default: <see langword="false"/>.</summary>
    public bool AllowCustom { get; init; }

    /// <summary>Whether the person may skip the question. The answer is then <see langword="null"/>. Default: <see langword="false"/>.</summary>
    public bool Skippable { get; init; }

    internal bool IsMultiSelect => InputType == "multiselect";

    /// <summary>Whether only the options are allowed as answers.</summary>
    internal bool IsClosed => InputType != "text" && !AllowCustom;

    internal bool HasOption(string id) => Options.Any(option => option.Id == id);

    internal bool HasOptions(IReadOnlyCollection<string> ids) => Options.Select(static option => option.Id).ToHashSet(StringComparer.Ordinal).IsSupersetOf(ids);

    /// <summary>One of several options. The answer is the option's id.</summary>
    /// <param name="options">The options.</param>
    public static Question Select(params IReadOnlyList<QuestionOption> options) => new("select", options);

    /// <summary>Any of several options, for <see cref="WorkflowContext.AskManyAsync"/>. The answer is the list of their ids.</summary>
    /// <param name="options">The options.</param>
    public static Question MultiSelect(params IReadOnlyList<QuestionOption> options) => new("multiselect", options);
}
