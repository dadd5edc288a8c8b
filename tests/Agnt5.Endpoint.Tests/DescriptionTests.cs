using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Descriptions of types in another project reach AGNT5 and models too: the build gives its XML file to the generator.</summary>
public sealed class DescriptionTests
{
    [Theory]
    [InlineData("send_abroad", "input_schema/description", "Where a parcel goes; see Parcel and Add.")]
    [InlineData("send_abroad", "input_schema/properties/street/description", "Street and number.")]
    [InlineData("send_abroad", "input_schema/properties/note/description", "What the driver should know: floor as a number bell & name")]
    [InlineData("send_abroad", "input_schema/properties/country/description", null)]
    [InlineData("label_address", "metadata/description", "Finds the label for an address.")]
    [InlineData("label_address", "input_schema/properties/to/description", "Where it goes.")]
    [InlineData("label_address", "input_schema/properties/speed/description", "By day or by night.")]
    [InlineData("label_address", "output_schema/description", "What every label has.")]
    [InlineData("label_address", "output_schema/properties/text/description", "What is printed.")]
    [InlineData("label_address", "output_schema/properties/note/description", "What the driver should know: floor as a number bell & name")]
    [InlineData("label_address", "output_schema/properties/speed/description", "How it is sent.")]
    public async Task A_type_of_a_referenced_project_is_described_by_its_own_documentation(string component, string path, string? expected)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var manifest = JsonNode.Parse(await endpoint.Client.GetStringAsync("/.well-known/agnt5"))!;
        var entry = manifest["components"]!.AsArray().Single(entry => (string?)entry!["name"] == component);

        Assert.Equal(expected, (string?)path.Split('/').Aggregate(entry, static (node, name) => node?[name]));
    }
}
