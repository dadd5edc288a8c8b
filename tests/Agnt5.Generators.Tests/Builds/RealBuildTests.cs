namespace Agnt5.Generators.Tests.Builds;

/// <summary>What a user gets from <c>dotnet build</c>, with the compiler of the installed SDK: its newest C#, its rules, its way of switching analyzers off.</summary>
public sealed class RealBuildTests(BuiltOnDisk builds) : IClassFixture<BuiltOnDisk>
{
    public static TheoryData<string> Green => [.. OnDisk.InEachLanguage.Concat(OnDisk.Corpora).Concat(OnDisk.Named).Select(static project => project.Name), "Basic.Plain"];

    public static TheoryData<string> Silenced => [.. OnDisk.Silenced.Select(static project => project.Name)];

    [Theory]
    [MemberData(nameof(Green))]
    public async Task Generated_code_adds_no_message_to_a_build_in_which_every_warning_is_an_error(string project)
    {
        Assert.Empty(await builds.ProblemsOfAsync(project));
        Assert.True(await builds.IsBuiltAsync(project));
    }

    [Theory]
    [MemberData(nameof(Silenced))]
    public async Task A_component_that_no_analyzer_can_report_fails_the_build_by_name(string project)
    {
        var problem = Assert.Single(await builds.ProblemsOfAsync(project));
        Assert.StartsWith("error AGT1015: 1 declaration is left out of the generated code", problem, StringComparison.Ordinal);
        Assert.Contains("'Orders.Hidden' (AGT1001)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_that_an_analyzer_reports_is_reported_once() =>
        Assert.StartsWith("error AGT1001: 'Orders.Hidden' is private", Assert.Single(await builds.ProblemsOfAsync(OnDisk.Told.Name)), StringComparison.Ordinal);

    [Fact]
    public async Task The_runtimes_that_a_project_lists_reach_the_rule_about_them() =>
        Assert.StartsWith("warning AGT4023: ", Assert.Single(await builds.ProblemsOfAsync(OnDisk.Several.Name)), StringComparison.Ordinal);

    [Fact]
    public async Task An_older_language_version_is_one_error() =>
        Assert.StartsWith("error AGT1019: The code that Agnt5 generates needs C# 12", Assert.Single(await builds.ProblemsOfAsync(OnDisk.Old.Name)), StringComparison.Ordinal);

    [Fact]
    public async Task A_component_in_an_extension_block_is_refused_with_the_way_out()
    {
        var problems = await builds.ProblemsOfAsync(OnDisk.Extended.Name);
        Assert.Equal(2, problems.Count);
        Assert.All(problems, static problem => Assert.Contains("is in an extension block, whose methods take what is extended: move it out of the block", problem, StringComparison.Ordinal));
        Assert.All(problems, static problem => Assert.StartsWith("error AGT1004: ", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Visual_Basic_project_with_the_attributes_is_told_that_they_do_nothing()
    {
        var problem = Assert.Single(await builds.ProblemsOfAsync("Basic"));
        Assert.StartsWith("error AGT1018: The component attributes of 'Orders.Total' do nothing", problem, StringComparison.Ordinal);
        Assert.Contains("this project's language is VB", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_compiles_nothing_builds()
    {
        foreach (var project in OnDisk.CompilingNothing)
            Assert.Empty(await builds.ProblemsOfAsync(project.Name));
    }
}
