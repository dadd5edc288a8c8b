namespace Agnt5.Durability.Tests.Platform;

/// <summary>A run in which something was lost or happened twice.</summary>
public sealed class BrokenRunException(Scenario scenario, Schedule schedule, Cut cut, string transcript, Exception cause) : Exception(
    $"""
    {cause.Message}

    Scenario {scenario}, {cut}. To see it again: AGNT5_SEED={schedule.Seed} dotnet test tests/Agnt5.Durability.Tests --filter DisplayName~{scenario}
    {transcript}
    """,
    cause);
