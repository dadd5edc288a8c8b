using Agnt5.Testing.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing.Tests;

/// <summary>A run that was saved is a test of each later release: its records meet the new code, as those of runs in flight do.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"agnt5-{Guid.NewGuid():N}", "send-parcel.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task The_same_code_replays_and_runs_no_step()
    {
        await SaveAsync();

        await LocalAgnt5.ReplayAsync(Agnt5Components.Catalog, _path, With("none"));
    }

    [Theory]
    [InlineData("renamed", "Step 'pay' would run")]
    [InlineData("removed", "'label' is recorded, and the code does not ask for it")]
    [InlineData("retyped", "The recorded result of step 'label' does not bind to System.Int32")]
    [InlineData("branched", "Today's code sleeps in 'cool_down'")]
    [InlineData("reworded", "Today's code asks 'Really?'")]
    [InlineData("other output", "Today's code completes with \"sent\"")]
    public async Task A_change_that_would_break_runs_in_flight_is_named(string change, string expected)
    {
        await SaveAsync();

        var failure = await Assert.ThrowsAsync<Agnt5TestException>(() => LocalAgnt5.ReplayAsync(Agnt5Components.Catalog, _path, With(change)));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains("workflow send_parcel", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_run_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await File.WriteAllTextAsync(_path, "{}");

        Assert.Contains("is no saved run", (await Assert.ThrowsAsync<Agnt5TestException>(() => LocalAgnt5.ReplayAsync(Agnt5Components.Catalog, _path))).Message, StringComparison.Ordinal);
        Assert.Contains("There is no file", (await Assert.ThrowsAsync<Agnt5TestException>(() => LocalAgnt5.ReplayAsync(Agnt5Components.Catalog, _path + "x"))).Message, StringComparison.Ordinal);
    }

    private static Action<IServiceCollection> With(string change) => services =>
        services.AddSingleton(new Release(change)).AddShop(new FakePayments());

    private async Task SaveAsync()
    {
        await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, With("none"));
        agnt5.FailStep("charge");
        var failed = await agnt5.SendParcel(new Order("o-1", 12.5m));
        Assert.NotEqual("", (await failed.FailureAsync()).Code);

        var run = await agnt5.SendParcel(new Order("o-1", 12.5m));
        await run.ApproveAsync();
        await run.RunToEndAsync();
        await run.SaveAsync(_path);
    }
}
