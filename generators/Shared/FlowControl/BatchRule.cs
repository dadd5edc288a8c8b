namespace Agnt5.Shared;

/// <summary>AGT3001: AGNT5 accepts no batch declarations on serverless endpoints during the beta.</summary>
internal static class BatchRule
{
    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        if (policy.Kind == PolicyKind.Batch)
            yield return new(
                Argument: null,
                "declares [Batch]: batch declarations are not supported on serverless endpoints during the beta, and AGNT5 would refuse the manifest; remove the attribute");
    }
}
