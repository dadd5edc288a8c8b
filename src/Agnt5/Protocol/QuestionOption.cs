namespace Agnt5;

/// <summary>Something that a person can choose (protocol section 5).</summary>
/// <param name="Id">What the workflow gets as the answer.</param>
/// <param name="Label">What the person sees.</param>
/// <param name="Description">More about it, where the label does not say enough.</param>
public sealed record QuestionOption(string Id, string Label, string? Description = null)
{
    /// <summary>An option whose id is also its label.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator QuestionOption(string id) => FromString(id);

    /// <summary>An option whose id is also its label.</summary>
    /// <param name="id">The id.</param>
    public static QuestionOption FromString(string id) => new(id, id);
}
