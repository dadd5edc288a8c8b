using System.Globalization;

namespace Agnt5.Local.Tests.Crash;

/// <summary>Somebody who starts runs one after the other, does for each what it waits for, and remembers what the engine said.</summary>
internal sealed class Customer(string name, KilledEngine engine, Random random)
{
    /// <summary>What must have become of each run.</summary>
    public List<ExpectedRun> Runs { get; } = [];

    /// <summary>Works until nothing more is to be begun, and ends what was begun.</summary>
    public async Task WorkAsync(Func<bool> goesOn)
    {
        for (var number = 0; goesOn(); number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            Runs.Add(random.Next(4) switch
            {
                0 => await SimpleAsync("crash_bill", key),
                1 => await SimpleAsync("crash_flaky", key),
                _ => await ShipAsync(key),
            });
        }
    }

    private async Task<ExpectedRun> SimpleAsync(string component, string key)
    {
        var runId = await SubmitAsync(component, key);
        Assert.Equal("ok completed", (await engine.AskAsync($"wait {runId}")).Answer);
        return new ExpectedRun(key, runId, $"\"{key}\"");
    }

    private async Task<ExpectedRun> ShipAsync(string key)
    {
        var runId = await SubmitAsync("crash_ship", key);
        var (isEarly, isCancelled) = (random.Next(3) == 0, random.Next(5) == 0);
        if (isEarly)
            await DoneAsync($"signal {runId} p-{key}");
        while (true)
        {
            var where = (await engine.AskAsync($"wait {runId}")).Answer;
            if (where is "ok question" && isCancelled)
            {
                await DoneAsync($"cancel {runId}");
                return new ExpectedRun(key, runId, Output: null);
            }

            if (where is "ok question")
                await DoneAsync($"answer {runId} a-{key}");
            else if (where is "ok signal")
                await DoneAsync($"signal {runId} p-{key}");
            else if (where is "ok completed")
                return new ExpectedRun(key, runId, $"\"a-{key} p-{key}\"");
            else
                Assert.Fail($"Run {runId} of {key} is {where}.");
        }
    }

    private async Task<string> SubmitAsync(string component, string key)
    {
        var (answer, _) = await engine.AskAsync($"submit {component} {key}");
        Assert.StartsWith("ok run_", answer, StringComparison.Ordinal);
        // The same key again is the same run, in this life or a later one.
        if (random.Next(5) == 0)
            Assert.Equal(answer, (await engine.AskAsync($"submit {component} {key}")).Answer);
        return answer["ok ".Length..];
    }

    /// <summary>Has something done. When an earlier life may have done it, the run may be past it.</summary>
    private async Task DoneAsync(string command)
    {
        var (answer, isRepeated) = await engine.AskAsync(command);
        Assert.True(answer.StartsWith("ok", StringComparison.Ordinal) || isRepeated, $"{command}: {answer}");
    }
}

/// <summary>A run that was accepted, and what must become of it.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="RunId">The run.</param>
/// <param name="Output">Its output, or <see langword="null"/> when it was cancelled.</param>
internal sealed record ExpectedRun(string Key, string RunId, string? Output);
