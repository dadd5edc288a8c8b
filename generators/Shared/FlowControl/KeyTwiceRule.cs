namespace Agnt5.Shared;

/// <summary>AGT3003: a policy has one key, either a text for all runs or a value of each run's input.</summary>
internal static class KeyTwiceRule
{
    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        if (policy.Kind != PolicyKind.Batch && policy.Find("Key") is not null && policy.Find("KeyExpression") is { Value: var expression })
            yield return new(policy.FindArgument("Key"), $"gives [{policy.Kind}] a Key and a KeyExpression: runs are grouped by one of them, so remove the other")
            {
                Suggestion = Suggestion.Remove($"Remove Key, and keep '{expression}'"),
            };
    }
}
