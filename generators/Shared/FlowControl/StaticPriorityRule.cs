namespace Agnt5.Shared;

/// <summary>AGT3005: a priority is a level or a number that is known when the component is declared.</summary>
internal static class StaticPriorityRule
{
    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        if (policy.Kind != PolicyKind.Priority)
            yield break;
        if (policy.Find("Expression") is { Value: string expression })
            yield return new(
                policy.FindArgument("Expression"),
                $"takes its priority from {QuotedText.Of(expression)}: during the beta AGNT5 accepts only static priorities, so give a level or a number");
        else if (policy.Attribute.ConstructorArguments.IsEmpty)
            yield return new(Argument: null, "has [Priority] without a priority: give a level or a number, or remove it");
    }
}
