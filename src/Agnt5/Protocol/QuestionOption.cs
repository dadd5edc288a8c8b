namespace Agnt5;

/// <summary>An option that a person can choose (protocol section 5).</summary>
/// <param name="Id">The answer that the workflow gets.</param>
/// <param name="Label">The text that the person sees.</param>
/// <param name="Description">A longer text, for a label that does not say enough.</param>
public sealed record QuestionOption(string Id, string Label, string? Description = null)
{
    /// <summary>An option whose id is also its label.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator QuestionOption(string id) => FromString(id);

    /// <summary>An option whose id is also its label.</summary>
    /// <param name="id">The id.</param>
    public static QuestionOption FromString(string id) => new(id, id);
}
