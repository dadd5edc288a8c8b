namespace Agnt5.Fidelity.Tests.Differences;

/// <summary>What .NET answers on two engines. Code between steps runs on each replay, so an answer that differs may take a run to another branch.</summary>
public sealed class HostDifferenceTests
{
    [Fact]
    public async Task A_run_that_moves_to_WebAssembly_gets_the_same_answers_from_NET_but_for_those_that_the_docs_name()
    {
        var core = Programs.RunOnCoreClrAsync();
        var wasm = await Programs.RunOnWebAssemblyAsync();

        var problems = new KnownDifferences(Programs.KnownOf("wasm")).Compare(await core, wasm);

        Assert.True(KnownDifferences.Count(wasm) > 2500, $"Only {KnownDifferences.Count(wasm)} probes answered.");
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
