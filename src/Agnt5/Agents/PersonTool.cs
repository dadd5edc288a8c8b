using System.Text.Json;
using Agnt5.Json;
using Agnt5.Tools;

namespace Agnt5.Agents;

/// <summary>A tool that asks a person. The person's answer is the call's result.</summary>
internal abstract class PersonTool(string name, string description, ArgumentSchema schema) : AgentTool(name, description, schema)
{
    /// <summary>Finds such a tool by the name in an agent's list, or returns <see langword="null"/>.</summary>
    public static PersonTool? Find(string name) => name switch
    {
        AgentTools.AskUser => new AskUserTool(),
        AgentTools.RequestApproval => new RequestApprovalTool(),
        _ => null,
    };

    /// <summary>Reads the question of a call.</summary>
    /// <exception cref="InputInvalidException">The arguments ask nothing that a person could answer.</exception>
    public abstract (string Text, Question Kind) Read(JsonPart arguments);

    /// <summary>The result of a call, in words for the model.</summary>
    /// <param name="answer">The person's answer, <see langword="null"/> when the question was skipped.</param>
    public abstract string Result(string? answer);

    /// <summary>Reads a text, with characters escaped that a person would not see.</summary>
    protected static string? Text(JsonPart arguments, string name)
    {
        if (arguments.ValueKind != JsonValueKind.Object || !arguments.TryGetProperty(System.Text.Encoding.UTF8.GetBytes(name), out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw new InputInvalidException($"$.{name}: expected string, got {JsonExpectation.Describe(value)}");
        return ToolArguments.Readable(JsonText.Of(value).Trim());
    }

    protected static string Required(JsonPart arguments, string name) =>
        Text(arguments, name) is { Length: > 0 } text ? text : throw new InputInvalidException($"$.{name}: is required");
}

/// <summary><see cref="AgentTools.AskUser"/>.</summary>
internal sealed class AskUserTool() : PersonTool(AgentTools.AskUser, "Asks the user a question and waits for the answer.", Schema)
{
    // What a person can compare. A model that lists more has not thought about its question.
    private const int MostOptions = 20;

    private static readonly ArgumentSchema Schema = ArgumentSchema.Of("""
        {"type":"object","properties":{"question":{"type":"string"},"options":{"type":"array","items":{"type":"string"},"description":"Suggested answers."}},"required":["question"]}
        """u8);

    public override (string Text, Question Kind) Read(JsonPart arguments)
    {
        var question = Required(arguments, "question");
        var options = Options(arguments);
        var kind = options.Count == 0 ? Question.Text : Question.Select([.. options.Select(static option => new QuestionOption(option, option))]) with { AllowCustom = true };
        return (question, kind with { Skippable = true });
    }

    public override string Result(string? answer) => answer ?? "The user skipped this question.";

    private static List<string> Options(JsonPart arguments)
    {
        if (!arguments.TryGetProperty("options"u8, out var given) || given.ValueKind == JsonValueKind.Null)
            return [];
        if (given.ValueKind != JsonValueKind.Array)
            throw new InputInvalidException($"$.options: expected array, got {JsonExpectation.Describe(given)}");
        if (given.Count > MostOptions)
            throw new InputInvalidException($"$.options: has {given.Count} options, and at most {MostOptions} are shown");

        var options = new List<string>();
        foreach (var option in given.EnumerateArray())
        {
            var place = options.Count;
            if (option.ValueKind != JsonValueKind.String)
                throw new InputInvalidException($"$.options[{place}]: expected string, got {JsonExpectation.Describe(option)}");
            var text = ToolArguments.Readable(JsonText.Of(option).Trim());
            if (text.Length == 0 || options.Contains(text))
                throw new InputInvalidException($"$.options[{place}]: {(text.Length == 0 ? "is blank" : "repeats an earlier option")}");
            options.Add(text);
        }

        return options;
    }
}

/// <summary><see cref="AgentTools.RequestApproval"/>.</summary>
internal sealed class RequestApprovalTool() : PersonTool(AgentTools.RequestApproval, "Asks the user to approve or reject an action before you take it.", Schema)
{
    private static readonly ArgumentSchema Schema = ArgumentSchema.Of("""
        {"type":"object","properties":{"action":{"type":"string"},"details":{"type":"string","description":"What the user has to know to decide."}},"required":["action"]}
        """u8);

    public override (string Text, Question Kind) Read(JsonPart arguments)
    {
        var action = Required(arguments, "action");
        return (Text(arguments, "details") is { Length: > 0 } details ? $"{action}\n\n{details}" : action, Question.Approval);
    }

    // The question accepts approve and reject, and nothing else.
    public override string Result(string? answer) => answer == ApprovalResult.Approve ? "The user approved this." : "The user rejected this.";
}
