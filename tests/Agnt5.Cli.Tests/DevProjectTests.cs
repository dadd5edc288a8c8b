using System.Text.RegularExpressions;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed partial class DevProjectTests
{
    [Fact]
    public async Task A_paused_run_goes_on_in_the_code_of_an_edit_and_a_build_that_fails_is_told()
    {
        using var project = new EditedProject();
        await using (var dev = DevSession.Start(project.Folder, "--endpoint-port", "0"))
        {
            await dev.LineWithAsync("workflow ship_order");
            // What an endpoint tells about signing by hand is noise here.
            await dev.ErrorWithAsync("something is wrong");
            Assert.DoesNotContain("how to sign", dev.Error.ToString(), StringComparison.Ordinal);
            var paused = await dev.RunAsync("run", "ship_order");
            var runId = RunId().Match(paused.Output).Value;

            project.Edit("\" + nothing + \"");
            await dev.LineWithAsync("It does not compile: CS0103");
            project.Edit("version two");
            await dev.LineWithAsync("The endpoint is back.");
            var answered = await dev.RunAsync("answer", runId, "yes");

            Assert.Equal((0, 0), (paused.ExitCode, answered.ExitCode));
            Assert.Contains("yes in version two", await dev.LineWithAsync("completed:"), StringComparison.Ordinal);
        }

        Assert.Empty(RunningProcesses.Of(project.Folder));
    }

    [GeneratedRegex(@"run_\w+")]
    private static partial Regex RunId();
}
