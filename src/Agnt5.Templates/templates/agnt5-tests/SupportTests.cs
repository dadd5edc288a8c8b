using Agnt5.Testing;
using EndpointNamespace;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace TestsNamespace;

public sealed class SupportTests
{
    [Fact]
    public async Task The_agent_looks_up_a_price_before_it_answers()
    {
        var model = new ScriptedChatClient()
            .Calls("lookup_price", ("article", "tea"))
            .Says("Tea costs 1 euro.");
        await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, services =>
        {
            services.AddSingleton<IWarehouse>(new FakeWarehouse());
            services.AddSingleton<IChatClient>(model);
        });

        var run = await agnt5.Support("What does tea cost?");

        Assert.Equal("Tea costs 1 euro.", await run.OutputAsync());
        Assert.Equal(0, model.Left);
    }
}
