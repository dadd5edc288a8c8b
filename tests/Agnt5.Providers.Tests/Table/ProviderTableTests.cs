using System.Reflection;
using Agnt5.Providers.Tests.Hosting;
using Xunit.Sdk;

namespace Agnt5.Providers.Tests.Table;

/// <summary>What docs/agents.md says of the providers was tried: each cell of its table has a test through the provider's real adapter.</summary>
public sealed class ProviderTableTests
{
    [Fact]
    public void Each_cell_of_the_table_of_providers_has_a_test_that_shows_it()
    {
        var shown = typeof(ProviderTableTests).Assembly.GetTypes().SelectMany(static type => type.GetMethods())
            .SelectMany(static test => test.GetCustomAttributes<BacksAttribute>().SelectMany(backs => Shown(test, backs))).ToHashSet();

        var cells = ProviderTable.Read();

        Assert.All(cells, static cell => Assert.Contains(cell.Says, new[] { "yes", "no" }));
        Assert.All(cells, cell => Assert.Contains((cell.Provider, cell.Column, cell.Says == "yes"), shown));
    }

    [Fact]
    public void The_table_has_a_row_for_each_provider_that_is_tried() =>
        Assert.Equal(Provider.All.Select(static provider => provider.Name), ProviderTable.Read().Select(static cell => cell.Provider).Distinct());

    private static IEnumerable<(string Provider, string Column, bool Works)> Shown(MethodInfo test, BacksAttribute backs)
    {
        IEnumerable<string> providers = backs.Provider is { } provider
            ? [provider]
            : test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test)).Select(static row => (string)row[0]);
        return providers.Distinct().Select(name => (name, backs.Column, backs.Works));
    }
}
