using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Shipping.Tests;

/// <summary>The sample with agents asks the provider that its configuration names.</summary>
public sealed class SampleProviderTests
{
    private static readonly string Sample = Repository.PathOf("samples", "SupportAgent");

    public static TheoryData<string> Providers => ["openai", "anthropic", "ollama"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_provider_model_key_and_address_of_the_configuration_are_used(string name)
    {
        IProviderWire wire = name switch { "openai" => new OpenAIChatWire(), "anthropic" => new AnthropicWire(), _ => new OllamaWire() };
        await using var provider = await CannedProvider.StartAsync();
        provider.Replies(wire.Says("It is on its way."));
        var settings = new Dictionary<string, string>
        {
            ["Model__Provider"] = name, ["Model__Name"] = "chosen-model", ["Model__Key"] = "key-of-the-test", ["Model__Address"] = provider.Address.ToString(),
        };
        await using var endpoint = await RunningEndpoint.StartAsync("Development", settings, Sample, "dotnet", BuiltApp.In(Sample));

        var answer = await AgentSampleTests.InvokeAsync(await endpoint.PrintedCommandsAsync(), JsonNode.Parse("""
            {"run_id":"run-1","component_type":"agent","component_name":"damage","input":{"message":"It came like this","photo":"data:image/png;base64,iVBORw0KGgo="}}
            """)!);

        Assert.Equal("It is on its way.", answer["output"]?.GetValue<string>());
        var asked = Assert.Single(provider.Requests);
        Assert.Equal("chosen-model", asked.Body["model"]!.GetValue<string>());
        Assert.Equal(["iVBORw0KGgo="], wire.ImagesOf(asked.Body));
        // Ollama has no keys.
        Assert.Equal(name != "ollama", asked.Headers.Values.Any(static value => value.Contains("key-of-the-test", StringComparison.Ordinal)));
    }
}
