using Agnt5.Fidelity.Tests.Differences;

namespace Agnt5.Shipping.Tests;

/// <summary>What .NET answers in a native binary, to which a run may move from a process that compiles as it runs.</summary>
public sealed class NativeDifferenceTests
{
    private static readonly string Program = Repository.PathOf("tests", "Agnt5.HostDifferences");

    [Fact]
    public async Task A_run_that_moves_to_a_native_binary_gets_the_same_answers_from_NET_but_for_those_that_the_docs_name()
    {
        var core = await Command.MustRunAsync(Program, "dotnet", BuiltApp.In(Program));
        var native = await Command.MustRunAsync(Program, await Shipment.NativeAppAsync(Program));

        var problems = new KnownDifferences(Path.Combine(Program, "Known", "aot.txt")).Compare(core, native);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
