using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Types.Tests.Schemas;
using Agnt5.Types.Tests.Values;

namespace Agnt5.Types.Tests;

/// <summary>The manifest's schemas say everything that JsonSchemaExporter says by reflection, and more.</summary>
public sealed class SchemaTests
{
    [Theory]
    [MemberData(nameof(CorpusType.Names), MemberType = typeof(CorpusType))]
    public void A_caller_reads_in_the_manifest_what_the_type_is(string name)
    {
        var type = CorpusType.All[name];

        var unexpected = Compare(type).Where(difference => SchemaDifferences.Find(difference) is null);

        Assert.True(!unexpected.Any(), $"{string.Join('\n', unexpected)}\nThe schema is {type.InputSchema?.ToJsonString()}");
    }

    [Fact]
    public void The_list_of_differences_holds_only_what_differs()
    {
        var found = CorpusType.All.Values.SelectMany(static type => Compare(type).Select(difference => SchemaDifferences.Find(difference))).ToHashSet();

        Assert.Equal([], SchemaDifferences.Known.Where(known => !found.Contains(known)));
    }

    private static IEnumerable<SchemaDifference> Compare(CorpusType type) =>
        Compare(type, type.InputSchema, isInput: true).Concat(Compare(type, type.OutputSchema, isInput: false));

    private static IReadOnlyList<SchemaDifference> Compare(CorpusType type, JsonNode? schema, bool isInput)
    {
        try
        {
            return SchemaComparison.Find(new ExpectedSchema(type.Reflection, isInput).Of(type.Parameter), schema as JsonObject ?? [], Annotations.Show(type.Type));
        }
        catch (JsonException exception)
        {
            return [new SchemaDifference("$", Annotations.Show(type.Type), "exporter", exception.Message, "a schema")];
        }
    }
}
