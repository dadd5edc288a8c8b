using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>The cases in <c>Contract/Cases</c>, each through a real endpoint: the responses to a component's input and to its wake-ups.</summary>
public sealed class ContractTests
{
    public static TheoryData<CaseName> Cases => Named(static _ => true);

    /// <summary>The cases that do not choose the cuts of their run.</summary>
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
        // The cases show failures as a developer sees them.
        await using var endpoint = await AgentEndpoint.StartAsync(static services => services.Configure<ServerlessOptions>(static options => options.IsDevelopment = true));

        var problems = await new ContractRun(endpoint, ContractCase.All[contract.Id], cutsAlways).PlayAsync();

        Assert.True(problems.Count == 0, $"{contract}\n{string.Join('\n', problems)}");
    }
}
