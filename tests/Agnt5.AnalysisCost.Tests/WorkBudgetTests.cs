using Agnt5.Shared;

namespace Agnt5.AnalysisCost.Tests;

/// <summary>The rules' work is in proportion to the code, and within a budget. It is counted, not timed, so it is the same on every machine.</summary>
public sealed class WorkBudgetTests
{
    private const int Size = 30;
    private const int TypesByName = 70;

    public static TheoryData<string> Kinds => [.. GrowingCode.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task More_code_makes_more_work_only_in_proportion_and_within_the_budget(string kind)
    {
        var (write, budget) = GrowingCode.Kinds[kind];

        var once = await CountedRun.OfAsync(write(Size));
        var twice = await CountedRun.OfAsync(write(2 * Size));
        var thrice = await CountedRun.OfAsync(write(3 * Size));

        foreach (var work in Enum.GetValues<WorkKind>())
        {
            var (first, second) = (twice[work] - once[work], thrice[work] - twice[work]);
            Assert.True(second <= first, $"{work}: of {Size} more, the first make {first} more work and the next {second}. Something looks at all of them for each.");
            Assert.True(second <= budget.Of(work) * Size, $"{work}: one more makes {(double)second / Size:0.#} more work, and {budget.Of(work)} is the budget.");
        }
    }

    [Fact]
    public async Task The_types_that_are_looked_up_by_name_are_few()
    {
        var work = await CountedRun.OfAsync([Sources.Workflows(0), Sources.Plain(0)]);

        Assert.InRange(work[WorkKind.TypeByName], 1, TypesByName);
    }

    [Fact]
    public async Task A_project_that_names_nothing_of_the_SDK_that_it_references_is_not_looked_at()
    {
        var work = await CountedRun.OfAsync([Sources.Plain(0), Sources.Plain(1)]);

        Assert.All(work.Where(static kind => kind.Key != WorkKind.TypeByName), static kind => Assert.True(kind.Value == 0, $"{kind.Value} of {kind.Key}"));
    }
}
