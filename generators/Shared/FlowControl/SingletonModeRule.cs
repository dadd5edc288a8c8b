namespace Agnt5.Shared;

/// <summary>AGT3006: a run of a singleton waits while another one is running. A mode that the enum does not have is out of range (AGT3002).</summary>
internal static class SingletonModeRule
{
    private const string Queue = nameof(Queue);

    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        if (policy.Kind == PolicyKind.Singleton
            && policy.Find("Mode") is { Type: { } type } mode
            && EnumNames.Find(type, mode.Value) is { } name and not Queue)
            yield return new(
                policy.FindArgument("Mode"),
                $"sets Mode to {name}: during the beta AGNT5 accepts only {Queue}, where a run waits for the one before it; set {Queue}, or leave Mode out");
    }
}
