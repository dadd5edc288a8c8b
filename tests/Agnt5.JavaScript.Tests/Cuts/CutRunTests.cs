using System.Globalization;
using Agnt5.Durability.Tests;
using Agnt5.Durability.Tests.Platform;

namespace Agnt5.JavaScript.Tests.Cuts;

/// <summary>
/// The workflows of <c>tests/Agnt5.Durability.Tests</c> in JavaScript hosts, cut as they are cut there, with the same checks after each response. Here each workflow is cut in some ways at some place.
/// <c>AGNT5_CUTS=all</c> cuts each in every way at every place, and <c>AGNT5_CUTS=2</c> at two places in every way, on the addon as well.
/// </summary>
[Collection(nameof(ThreadPoolAlone))]
public sealed class CutRunTests
{
    private static readonly CutKind[] Kinds = [.. Enum.GetValues<CutKind>().Where(static kind => kind != CutKind.None)];

    private static readonly Schedule Order = new(1);

    // In so many ways a workflow is cut, at one place each, unless AGNT5_CUTS says more. Each host cuts in other ways.
    private const int FewKinds = 2;

    /// <summary>The hosts. The addon takes its time to be published, and Deno runs what Node.js runs: they are left to the long run. MovingRunTests cut runs on both in any case.</summary>
    public static TheoryData<string, string, int> Hosts
    {
        get
        {
            var hosts = new TheoryData<string, string, int> { { "node", "wasm", 1 }, { "workerd", "wasm", 3 } };
            if (Setting is null)
                return hosts;

            hosts.Add("deno", "wasm", 2);
            hosts.Add("node", "addon", 0);
            return hosts;
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_run_in_a_JavaScript_host_ends_as_in_a_container_wherever_it_is_cut(string host, string engine, int number)
    {
        var expected = await AwayAsync(static () => Scenarios.All.ToDictionary(static scenario => scenario, static scenario => Platform.Run(scenario, Order, Cut.None)));
        await using var played = await CutHost.StartAsync(host, engine);

        var (runs, problems) = await AwayAsync(() => CutAll(played, expected, number));

        Assert.True(problems.Count == 0, $"{problems.Count} of {runs} runs went wrong, such as\n{string.Join("\n\n", problems.Take(3))}\n{played.Output}");
        Assert.True(runs > Scenarios.All.Count, $"Only {runs} runs were played.");
    }

    // Nothing of the pool: how busy it is tells whether the workflows of this process rest.
    private static Task<T> AwayAsync<T>(Func<T> play) => Task.Factory.StartNew(play, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static (int Runs, List<string> Problems) CutAll(CutHost host, Dictionary<Scenario, RunResult> uncut, int number)
    {
        var problems = new List<string>();
        var runs = 0;
        foreach (var (index, scenario) in Scenarios.All.Index())
        {
            var expected = uncut[scenario];
            Cut[] cuts = [Cut.None, .. KindsFor(index + number).SelectMany(kind => PlacesFor(kind, kind == CutKind.LoseResponse ? expected.Responses : expected.Steps))];
            foreach (var cut in cuts)
            {
                runs++;
                if (Problem(host, scenario, cut, expected) is { } problem)
                    problems.Add(problem);
            }
        }

        return (runs, problems);
    }

    private static string? Problem(CutHost host, Scenario scenario, Cut cut, RunResult expected)
    {
        try
        {
            var run = Platform.Run(scenario, Order, cut, reach: (world, clock) => new HostedEndpoint(host, world, clock));
            return CutComparison.Find(scenario, cut.Kind, expected, run) is { } difference ? $"{scenario}, {cut}: {difference}\n{run.Transcript}" : null;
        }
        catch (BrokenRunException exception)
        {
            return exception.ToString();
        }
    }

    private static IEnumerable<CutKind> KindsFor(int turn) => Setting is null ? Enumerable.Range(0, FewKinds).Select(next => Kinds[((turn * FewKinds) + next) % Kinds.Length]) : Kinds;

    private static IEnumerable<Cut> PlacesFor(CutKind kind, int places) => Setting switch
    {
        "all" => Enumerable.Range(0, places).Select(at => new Cut(kind, at)),
        var few => Enumerable.Range(0, int.Parse(few ?? "1", CultureInfo.InvariantCulture)).Select(next => new Cut(kind, (int)(Order.RankOf($"{kind}", next) % (uint)Math.Max(places, 1)))),
    };

    private static string? Setting => Environment.GetEnvironmentVariable("AGNT5_CUTS");
}
