using Agnt5.Tests.Shared;

namespace Agnt5.Testing.Tests;

/// <summary>Compares what a failing test prints with the files in <c>Snapshots</c>. Set <c>AGNT5_ACCEPT_SNAPSHOTS=1</c> to accept.</summary>
internal static class Snapshot
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("AGNT5_ACCEPT_SNAPSHOTS") == "1";

    /// <param name="name">The name of the snapshot.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="run">The run, whose id is another one each time.</param>
    public static void Check(string name, Agnt5TestException failure, TestRun run) => Check(name, failure.Message.Replace(run.Id, "run_1", StringComparison.Ordinal));

    public static void Check(string name, string text)
    {
        var file = Path.Combine(RepositoryRoot.Folder, "tests/Agnt5.Testing.Tests/Snapshots", name + ".txt");
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text + "\n");
        }

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "", text + "\n");
    }
}
