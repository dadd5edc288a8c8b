using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agnt5.Generators.Tests.Documentation;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>A reader who follows docs/first-workflow.md sees what the page shows.</summary>
public sealed partial class FirstWorkflowPageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs/first-workflow.md");

    [Fact]
    public async Task The_workflow_of_the_page_answers_each_command_as_the_page_shows()
    {
        var program = Block().Matches(Page).First(static block => block.Groups["language"].Value == "csharp").Groups["text"].Value;
        // The README's first program tests the host, so this test asks the endpoint directly.
        var project = new ProjectUnderTest(program.Replace("await ServerlessHost.RunAsync(args, Agnt5Components.Catalog);", "", StringComparison.Ordinal), Usings).Build();
        var commands = Body().Matches(Page).Select(static body => body.Groups["json"].Value).ToArray();
        var answers = Block().Matches(Page).Where(static block => block.Groups["language"].Value == "json").Select(static block => JsonNode.Parse(block.Groups["text"].Value)).ToArray();

        Assert.Equal((2, 2), (commands.Length, answers.Length));
        foreach (var (command, answer) in commands.Zip(answers))
        {
            var given = await project.SendAsync("POST", "/agnt5/invoke", command);
            Assert.True(JsonNode.DeepEquals(answer, given), given.ToJsonString());
        }
    }

    private const string Usings = """
        global using System;
        global using System.Threading.Tasks;
        """;

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("/agnt5/invoke -d '(?<json>[^']*)'")]
    private static partial Regex Body();
}
