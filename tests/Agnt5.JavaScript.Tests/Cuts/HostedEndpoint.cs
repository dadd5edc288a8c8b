using System.Diagnostics;
using System.Text.Json.Nodes;
using Agnt5.Durability.Tests.Platform;

namespace Agnt5.JavaScript.Tests.Cuts;

/// <summary>
/// The endpoint of <c>tests/Agnt5.DurabilityServer</c> in a JavaScript host, for one run. Invokes come through the host's own door; the world and the clock there are played by a function.
/// </summary>
internal sealed class HostedEndpoint(CutHost host, World world, VirtualClock clock) : IPlayedEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    // A response may be on its way although nothing seems to move.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(100);

    // So many looks, of some milliseconds each.
    private const int SoonAfterLeaving = 25;

    private readonly List<Mirror> _steps = [];
    private readonly List<Mirror> _foreign = [];
    private Task<(int Status, ReadOnlyMemory<byte> Body)> _handling = Task.FromResult((0, default(ReadOnlyMemory<byte>)));
    private CancellationToken _caller;
    private bool _hasBegun;
    private bool _isOver;
    private int _known;

    public long? NextTimerMs { get; private set; }

    public Task<(int Status, ReadOnlyMemory<byte> Body)> InvokeAsync(JsonObject request, CancellationToken caller)
    {
        Play(beginsSlice: true);
        _caller = caller;
        return _handling = SendAsync(request, caller);
    }

    public void Rest()
    {
        var began = Stopwatch.GetTimestamp();
        var looks = 0;
        do
        {
            Play(awaitsSlice: !_handling.IsCompleted);
            // Where a host does not hear that the caller left, the run goes on for nobody, and ends when its time is up.
            if (!_isOver && ++looks > SoonAfterLeaving && NextTimerMs is { } next)
                clock.AdvanceTo(next);
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException("The caller has left, and yet the slice does not end.");
        }
        while (HasNews || (_caller.IsCancellationRequested && !_isOver));

        // Nobody can let anything through, so the response is on its way, or the clock has to move.
        if (_handling.IsCompleted || (!_isOver && _steps.Concat(_foreign).Any(static mirror => mirror.IsWaiting)))
            return;
        if (HasArrived(within: _isOver ? Patience : OnItsWay) && !_isOver)
            Play();
    }

    public void RestOnceMore()
    {
        if (!HasArrived(within: Patience))
            throw new TimeoutException("Nothing can move any more, and yet the slice does not end.");
    }

    public void AdvanceTo(long trueMs)
    {
        clock.AdvanceTo(trueMs);
        Play();
    }

    private bool HasNews => _steps.Concat(_foreign).Any(static mirror => mirror.HasNews);

    private bool HasArrived(TimeSpan within)
    {
        Task[] awaited = [_handling];
        return Task.WaitAny(awaited, within) == 0;
    }

    private async Task<(int Status, ReadOnlyMemory<byte> Body)> SendAsync(JsonObject request, CancellationToken caller)
    {
        try
        {
            return await host.InvokeAsync(request, caller);
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested)
        {
            return (0, default);
        }
    }

    /// <summary>Tells the host what was moved here, waits until it rests, and repeats what has happened there.</summary>
    private void Play(bool beginsSlice = false, bool awaitsSlice = false)
    {
        var seen = host.Play(new JsonObject
        {
            ["beginsRun"] = !_hasBegun,
            ["beginsSlice"] = beginsSlice,
            ["skewMs"] = clock.Skew.TotalMilliseconds,
            ["deadlines"] = Collect(static mirror => mirror.TakeReaction()),
            ["clockMs"] = clock.TrueMs,
            ["ends"] = Collect(static mirror => mirror.TakeEnd()),
            ["known"] = _known,
            ["awaitsSlice"] = awaitsSlice,
        });
        _hasBegun = true;
        foreach (var happening in seen["happenings"]!.AsArray())
            Repeat(happening!["what"]!.GetValue<string>(), happening["of"]!.GetValue<string>(), happening["id"]!.GetValue<int>());
        NextTimerMs = seen["nextTimerMs"]?.GetValue<long>();
        _isOver = seen["isOver"]!.GetValue<bool>();
    }

    private JsonArray Collect(Func<Mirror, JsonNode?> take) => [.. _steps.Concat(_foreign).Select(take).Where(static news => news is not null)];

    private void Repeat(string what, string of, int id)
    {
        _known++;
        switch (what)
        {
            case "note":
                world.Note(of);
                break;
            case "begin":
                _steps.Add(new Mirror(world.Begin(of), isForeign: false));
                break;
            case "foreign":
                _foreign.Add(new Mirror(world.BeginForeign(of), isForeign: true));
                break;
            default:
                _steps[id].Cancel();
                break;
        }
    }
}
