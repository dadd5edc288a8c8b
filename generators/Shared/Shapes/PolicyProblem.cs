namespace Agnt5.Shared;

/// <summary>A problem with the values of a policy, for any component that has it.</summary>
/// <param name="Argument">The argument that is wrong, or <see langword="null"/> for the policy as a whole.</param>
/// <param name="Text">The problem and what to do: the part of the message after the name of the declaration.</param>
internal readonly record struct PolicyProblem(AttributeArgument? Argument, string Text)
{
    /// <summary>The correct value of the argument, if it is certain.</summary>
    public Suggestion? Suggestion { get; init; }
}
