namespace Agnt5.Shared;

/// <summary>What is wrong with the values of a policy, whatever component has it.</summary>
/// <param name="Argument">The argument that is wrong, or <see langword="null"/> for the policy as a whole.</param>
/// <param name="Text">What it does wrong and what to do, as a message goes on after the name of its declaration.</param>
internal readonly record struct PolicyProblem(AttributeArgument? Argument, string Text)
{
    /// <summary>What the argument should be, where one value is certain to be meant.</summary>
    public Suggestion? Suggestion { get; init; }
}
