using System.Text.Json.Nodes;
using Agnt5.Durability.Tests.Local;
using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests;

/// <summary>The local AGNT5 runs every workflow of <see cref="Scenarios"/> to the end that <see cref="Platform.Platform"/> says.</summary>
public sealed class LocalEngineTests
{
    public static TheoryData<string> Workflows => Scenarios.Names;

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_ends_under_the_local_platform_as_it_ends_on_the_real_one(string workflow)
    {
        var scenario = Scenarios.Named(workflow);
        foreach (var seed in Seeds.Take(3))
        {
            var schedule = new Schedule(seed);
            var played = LocalPlayer.Run(scenario, schedule);

            // A race may end otherwise: the order in which its steps finish depends on the platform's slices.
            if (!scenario.IsRace)
                Assert.Equal(OutcomeOf(Platform.Platform.Run(scenario, schedule, Cut.None)), played);
        }
    }

    private static string OutcomeOf(RunResult result)
    {
        var outcome = JsonNode.Parse(result.Outcome)!;
        return new JsonObject { ["status"] = outcome["status"]?.DeepClone(), ["output"] = outcome["output"]?.DeepClone(), ["error"] = outcome["error"]?["code"]?.DeepClone() }.ToJsonString();
    }
}
