using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Local.Tests.Sqlite;

public sealed class DatabaseTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_workflow_that_asked_before_the_process_ended_goes_on_in_the_next_one()
    {
        string runId;
        await using (var agnt5 = await StartAsync())
        {
            runId = await agnt5.SubmitAsync(ComponentType.Workflow, "hosted_ship", """{"id":"a","total":1}"""u8.ToArray());
            Assert.Equal("Ship it?", (await agnt5.WaitForPauseAsync(runId)).Question);
        }

        await using var next = await StartAsync();
        await next.AnswerAsync(runId, "approve");
        await next.WaitForPauseAsync(runId);
        await next.SignalAsync(runId, "paid", "7"u8.ToArray());
        _time.AdvanceMs((long)TimeSpan.FromDays(30).TotalMilliseconds);
        var run = await next.WaitAsync(runId);

        Assert.Equal((LocalRunStatus.Completed, "parcel a for 7"), (run.Status, run.Output?.GetString()));
    }

    [Fact]
    public async Task A_database_that_another_process_uses_is_refused_with_what_to_do()
    {
        using var other = _folder.Open();

        var refused = await Assert.ThrowsAnyAsync<LocalAgnt5Exception>(StartAsync);

        Assert.Equal("STORE_FAILED", refused.Code);
        Assert.Contains("Stop that one, or give this one a file of its own.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_somebody_deletes_takes_nothing_until_it_is_back()
    {
        await using var agnt5 = await StartAsync();
        var runId = await agnt5.SubmitAsync(ComponentType.Workflow, "hosted_ship", """{"id":"a","total":1}"""u8.ToArray());
        await agnt5.WaitForPauseAsync(runId);
        var away = _folder.Path + ".away";
        File.Move(_folder.Path, away);

        var refused = await Assert.ThrowsAnyAsync<LocalAgnt5Exception>(() => agnt5.AnswerAsync(runId, "approve"));
        Assert.Equal("STORE_FAILED", refused.Code);
        Assert.Contains("was deleted or moved", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Path));

        File.Move(away, _folder.Path);
        await agnt5.AnswerAsync(runId, "approve");
        Assert.Null((await agnt5.WaitForPauseAsync(runId)).Question);
    }

    private Task<LocalAgnt5Engine> StartAsync() => LocalAgnt5Engine.StartAsync(
        Agnt5Components.Catalog, new ServiceCollection().AddSingleton<TimeProvider>(_time).BuildServiceProvider(), new LocalAgnt5Options { Database = _folder.Path });
}
