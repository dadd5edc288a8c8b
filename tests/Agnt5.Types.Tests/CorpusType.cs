using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.TypeCorpus;
using Agnt5.TypeCorpus.Snake;
using Agnt5.Types.Tests.Values;

namespace Agnt5.Types.Tests;

/// <summary>One type of the corpus: the input, the output and the step result of the workflow of this name.</summary>
public sealed class CorpusType
{
    private readonly JsonSerializerOptions _generated;

    private CorpusType(MethodInfo workflow, ComponentDescriptor component, JsonNode manifest)
    {
        Name = component.Name;
        Parameter = workflow.GetParameters().Single(static parameter => parameter.IsDefined(typeof(InputAttribute)));
        InputSchema = manifest["input_schema"];
        OutputSchema = manifest["output_schema"];
        _generated = component.JsonOptions;
        Reflection = ReflectionJson.Of(workflow.DeclaringType!.Assembly);
    }

    public static IReadOnlyDictionary<string, CorpusType> All { get; } = Find().ToDictionary(static type => type.Name, StringComparer.Ordinal);

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys.Order(StringComparer.Ordinal)];

    public string Name { get; }

    /// <summary>The input parameter, whose nullability annotations are the type's.</summary>
    public ParameterInfo Parameter { get; }

    public Type Type => Parameter.ParameterType;

    /// <summary>The schema of the manifest, or <see langword="null"/> where any JSON will do.</summary>
    public JsonNode? InputSchema { get; }

    public JsonNode? OutputSchema { get; }

    /// <summary>The metadata that the generator wrote.</summary>
    public JsonTypeInfo Generated => _generated.GetTypeInfo(Type);

    /// <summary>The options that make reflection behave like the metadata.</summary>
    public JsonSerializerOptions Reflection { get; }

    public override string ToString() => Name;

    private static IEnumerable<CorpusType> Find()
    {
        var catalog = CorpusEndpoint.Catalog;
        var manifest = JsonNode.Parse(catalog.ManifestComponents)!.AsArray().ToDictionary(static entry => (string)entry!["name"]!, StringComparer.Ordinal);
        return
            from assembly in new[] { typeof(CorpusEndpoint).Assembly, typeof(PurchaseOrder).Assembly }
            from type in assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let workflow = method.GetCustomAttribute<WorkflowAttribute>()
            where workflow is not null
            let name = workflow.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(method.Name)
            let component = catalog.Find(ComponentType.Workflow, Encoding.UTF8.GetBytes(name))
            select new CorpusType(method, component ?? throw new InvalidOperationException($"The catalog has no workflow '{name}'."), manifest[name]!);
    }
}
