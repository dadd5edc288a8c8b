using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>What a component, its input and what wakes it up must give: the cases in <c>Contract/Cases</c>, each through a real endpoint.</summary>
public sealed class ContractTests
{
    public static TheoryData<CaseName> Cases => Named(static _ => true);

    /// <summary>Those that do not say themselves where the run is cut.</summary>
    public static TheoryData<CaseName> WholeCases => Named(static contract => !contract.IsCutAfterAStep && !contract.ResumeSteps.Any(static resume => resume.IsCutAfterAStep));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_user_can_count_on_it(CaseName contract) => PlayAsync(contract, cutsAlways: false);

    [Theory]
    [MemberData(nameof(WholeCases))]
    public Task A_user_can_count_on_it_when_the_host_has_time_for_one_step_at_once(CaseName contract) => PlayAsync(contract, cutsAlways: true);

    private static TheoryData<CaseName> Named(Func<ContractCase, bool> filter) => [.. ContractCase.All.Values.Where(filter).Select(static contract => new CaseName { Id = contract.Id })];

    private static async Task PlayAsync(CaseName contract, bool cutsAlways)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();

        var problems = await new ContractRun(endpoint, ContractCase.All[contract.Id], cutsAlways).PlayAsync();

        Assert.True(problems.Count == 0, $"{contract}\n{string.Join('\n', problems)}");
    }
}
