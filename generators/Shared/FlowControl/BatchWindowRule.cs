using System.Globalization;

namespace Agnt5.Shared;

/// <summary>AGT3010: serverless endpoints get their events one by one. A window that is out of range is AGT3002's matter.</summary>
internal static class BatchWindowRule
{
    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        if (policy.Find("BatchWindowMs") is { Value: long and >= 1 and var window })
            yield return new(
                policy.FindArgument("BatchWindowMs"),
                $"sets BatchWindowMs to {window.ToString(CultureInfo.InvariantCulture)}: AGNT5 does not gather events for serverless endpoints during the beta; remove it, and take events one by one");
    }
}
