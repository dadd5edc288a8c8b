using Agnt5.TypeCorpus;
using Agnt5.TypeCorpus.Types;

namespace Agnt5.Types.Tests;

/// <summary>A binary carries code only for the types that components name.</summary>
public sealed class UnusedTypeTests
{
    [Fact]
    public void A_type_that_no_component_names_costs_nothing()
    {
        var options = CorpusEndpoint.Catalog.Components[0].JsonOptions;

        Assert.True(options.TryGetTypeInfo(typeof(Person), out _));
        Assert.False(options.TryGetTypeInfo(typeof(NeverUsed), out _));
        Assert.False(options.TryGetTypeInfo(typeof(NeverUsedPart), out _));
        Assert.DoesNotContain(
            typeof(CorpusEndpoint).Assembly.GetTypes(), static type => type.Name.Contains(nameof(NeverUsed), StringComparison.Ordinal) && type.Namespace != typeof(NeverUsed).Namespace);
    }
}
