using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>The endpoint's own door, in this process and on its clock.</summary>
internal sealed class InProcessEndpoint(World world, VirtualClock clock) : IPlayedEndpoint
{
    private readonly ThreadPoolRest _rest = new();
    private readonly ServerlessEndpoint _endpoint = new(Agnt5Components.Catalog, new ServerlessOptions { IsDevelopment = true, AllowUnsigned = true },
        new ServiceCollection().AddSingleton<TimeProvider>(clock).AddSingleton(world).AddSingleton<IChatClient>(new GatedModel(world)).BuildServiceProvider());

    public long? NextTimerMs => clock.NextTimerMs;

    public async Task<(int Status, ReadOnlyMemory<byte> Body)> InvokeAsync(JsonObject request, CancellationToken caller)
    {
        using var response = await _endpoint.HandleAsync(InMemoryRequest.Invoke(request.ToJsonString()), caller);
        return (response.StatusCode, response.Body.ToArray());
    }

    public void Rest() => _rest.Wait();

    public void RestOnceMore() => _rest.WaitOnceMore();

    public void AdvanceTo(long trueMs) => clock.AdvanceTo(trueMs);
}
