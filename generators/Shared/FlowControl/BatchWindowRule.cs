using System.Globalization;

namespace Agnt5.Shared;

/// <summary>AGT3010: AGNT5 gathers nothing for serverless endpoints during the beta. A window that is out of range is AGT3002's matter.</summary>
internal static class BatchWindowRule
{
    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        if (policy.Find("BatchWindowMs") is { Value: long and >= 1 and var window })
            yield return new(
                policy.FindArgument("BatchWindowMs"),
                $"sets BatchWindowMs to {window.ToString(CultureInfo.InvariantCulture)}: batches are not supported on serverless endpoints during the beta, so events may come one by one; remove it");
    }
}
