namespace Agnt5.JavaScript.Tests;

/// <summary>What a publish finds of an earlier one.</summary>
public sealed class SecondPublishTests
{
    [Fact]
    public async Task A_second_publish_has_the_changed_source_and_nothing_that_is_no_part_of_it_any_more()
    {
        using var project = await PackedProject.CreateAsync();
        var (exitCode, log) = await project.PublishAsync("-p:Agnt5Host=web", "-c", "Debug");
        Assert.True(exitCode == 0, log);
        var folder = Path.Combine(project.Folder, "bin", "Debug", "net10.0", "publish-web");
        var first = Stamps(folder);

        project.Write("Shop/Desk.cs", File.ReadAllText(Path.Combine(project.Folder, "Desk.cs")).Replace("Greet(", "Welcome(", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "wasm", "Old.Library.wasm"), "an assembly that the project does not reference any more");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "someone's own");
        (exitCode, log) = await project.PublishAsync("-p:Agnt5Host=web", "-c", "Debug");

        Assert.True(exitCode == 0, log);
        Assert.Contains("\"welcome\"", File.ReadAllText(Path.Combine(folder, "agnt5.manifest.json")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "wasm", "Old.Library.wasm")));
        Assert.True(File.Exists(Path.Combine(folder, "notes.txt")));
        // What did not change was not written: what watches the folder starts again for a reason.
        Assert.Equal(first["wasm/dotnet.native.wasm"], Stamps(folder)["wasm/dotnet.native.wasm"]);
        Assert.NotEqual(first["wasm/Shop.Components.wasm"], Stamps(folder)["wasm/Shop.Components.wasm"]);
    }

    private static Dictionary<string, DateTime> Stamps(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.GetLastWriteTimeUtc, StringComparer.Ordinal);
}
