using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>Tuples that differ only in the names of their elements are one type at run time, and only names that others see may reach the wire.</summary>
public sealed class TupleNameTests
{
    // By its names the step's tuple comes first.
    private const string Step = """
        public static class Steps
        {
            [Agnt5.Workflow("run")]
            public static async System.Threading.Tasks.Task<int> Run(Agnt5.WorkflowContext context)
            {
                var (a, b) = await context.StepAsync("step", () => (A: 3, B: 4));
                return a * b;
            }
        }
        """;

    private const string Output = """
        public static class Ranges
        {
            [Agnt5.Function("range")]
            public static (int Low, int High) Range() => (1, 2);
        }
        """;

    [Theory]
    [InlineData(Step, Output)]
    [InlineData(Output, Step)]
    public async Task An_output_keeps_its_names_though_a_step_calls_the_same_tuple_otherwise(string first, string second)
    {
        var project = new ProjectUnderTest(first, second).Build();

        Assert.Equal("""{"low":1,"high":2}""", await project.OutputAsync("function", "range"));
        Assert.Equal("12", await project.OutputAsync("workflow", "run"));
    }

    [Fact]
    public async Task Of_two_components_that_name_a_tuple_differently_the_catalog_has_the_first_whatever_the_order_of_files()
    {
        const string Other = """
            public static class Areas
            {
                [Agnt5.Function("area")]
                public static int Area((int Width, int Height) size) => size.Width * size.Height;
            }
            """;
        foreach (var project in (ProjectUnderTest[])[new(Output, Other), new(Other, Output)])
        {
            var component = Assert.Single((await project.Build().ManifestAsync())["components"]!.AsArray());
            Assert.Equal("area", (string?)component!["name"]);
        }
    }
}
