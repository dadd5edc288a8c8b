using Agnt5.Benchmarks.Conversing;
using Agnt5.Benchmarks.Generating;
using Agnt5.Benchmarks.Invoking;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// dotnet run -c Release --project tests/Agnt5.Benchmarks -- --filter '*'      add --quick for a first impression
//
// dotnet run -c Release --project tests/Agnt5.Benchmarks -- agents            what the loop of an agent costs, and how large its checkpoints are
// dotnet run -c Release --project tests/Agnt5.Benchmarks -- replay            what a replay costs next to a hello, by the number and the kind of its records
//
// dotnet run -c Release --project tests/Agnt5.Benchmarks -- generating        what the generator and the analyzers cost an editor and a build
//                                                                             with --no-builds the editor alone, with --stages the generator's stages
//
// In process: the benchmarks run in the build that this program came from, with the catalog that was generated for it.
if (args is ["agents"])
{
    await AgentCost.RunAsync();
    return;
}

if (args is ["replay"])
{
    await ReplayCost.RunAsync();
    return;
}

if (args is ["generating", ..])
{
    if (args.Contains("--stages"))
        GeneratingCost.PrintStages();
    else
        await GeneratingCost.RunAsync(withBuilds: !args.Contains("--no-builds"));
    return;
}

var job = args.Contains("--quick") ? Job.ShortRun : Job.Default;
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. args.Where(argument => argument != "--quick")], config);
