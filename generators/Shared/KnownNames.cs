namespace Agnt5.Shared;

/// <summary>The metadata names of the types that generator and analyzers look for.</summary>
internal static class KnownNames
{
    /// <summary>The assembly of the gateway's client.</summary>
    public const string Client = "Agnt5.Client";

    /// <summary>The assembly of tests.</summary>
    public const string Testing = "Agnt5.Testing";

    public const string WorkflowAttribute = "Agnt5.WorkflowAttribute";
    public const string FunctionAttribute = "Agnt5.FunctionAttribute";
    public const string ToolAttribute = "Agnt5.ToolAttribute";
    public const string AgentAttribute = "Agnt5.AgentAttribute";
    public const string InputAttribute = "Agnt5.InputAttribute";
    public const string FromServicesAttribute = "Agnt5.FromServicesAttribute";
    public const string AspNetFromServicesAttribute = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";
    public const string FromKeyedServicesAttribute = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string ComponentContext = "Agnt5.ComponentContext";
    public const string FunctionContext = "Agnt5.FunctionContext";
    public const string WorkflowContext = "Agnt5.WorkflowContext";
    public const string AgentContext = "Agnt5.AgentContext";
    public const string StepFailedException = "Agnt5.StepFailedException";
    public const string RunTrigger = "Agnt5.RunTrigger";
    public const string TriggerEventOfT = "Agnt5.TriggerEvent`1";
    public const string WebhookDelivery = "Agnt5.WebhookDelivery";
    public const string WebhookDeliveryOfT = "Agnt5.WebhookDelivery`1";
    public const string CatalogAttribute = "Agnt5.Generated.Agnt5CatalogAttribute";
    public const string HostAttribute = "Agnt5.Generated.Agnt5HostAttribute";
    public const string CatalogComponentAttribute = "Agnt5.Generated.CatalogComponentAttribute";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOfT = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOfT = "System.Threading.Tasks.ValueTask`1";
    public const string ListOfT = "System.Collections.Generic.List`1";
    public const string AsyncEnumerableOfT = "System.Collections.Generic.IAsyncEnumerable`1";
    public const string AsyncDisposable = "System.IAsyncDisposable";
    public const string Queryable = "System.Linq.IQueryable";
    public const string Stream = "System.IO.Stream";
    public const string JsonElement = "System.Text.Json.JsonElement";
    public const string JsonTypeInfoOfT = "System.Text.Json.Serialization.Metadata.JsonTypeInfo`1";
    public const string DescriptionAttribute = "System.ComponentModel.DescriptionAttribute";
    public const string JsonIgnoreAttribute = JsonNamespace + "JsonIgnoreAttribute";
    public const string JsonPropertyNameAttribute = JsonNamespace + "JsonPropertyNameAttribute";
    public const string JsonConstructorAttribute = JsonNamespace + "JsonConstructorAttribute";
    public const string Agnt5JsonAttribute = "Agnt5.Agnt5JsonAttribute";
    public const string DefaultValueAttribute = "System.ComponentModel.DefaultValueAttribute";
    public const string JsonConverterAttribute = JsonNamespace + "JsonConverterAttribute";
    public const string JsonDerivedTypeAttribute = JsonNamespace + "JsonDerivedTypeAttribute";
    public const string JsonExtensionDataAttribute = JsonNamespace + "JsonExtensionDataAttribute";
    public const string JsonIncludeAttribute = JsonNamespace + "JsonIncludeAttribute";
    public const string JsonNumberHandlingAttribute = JsonNamespace + "JsonNumberHandlingAttribute";
    public const string JsonObjectCreationHandlingAttribute = JsonNamespace + "JsonObjectCreationHandlingAttribute";
    public const string JsonPolymorphicAttribute = JsonNamespace + "JsonPolymorphicAttribute";
    public const string JsonPropertyOrderAttribute = JsonNamespace + "JsonPropertyOrderAttribute";
    public const string JsonRequiredAttribute = JsonNamespace + "JsonRequiredAttribute";
    public const string JsonSerializableAttribute = JsonNamespace + "JsonSerializableAttribute";
    public const string JsonSerializerContext = JsonNamespace + "JsonSerializerContext";
    public const string JsonSourceGenerationOptionsAttribute = JsonNamespace + "JsonSourceGenerationOptionsAttribute";
    public const string JsonStringEnumMemberNameAttribute = JsonNamespace + "JsonStringEnumMemberNameAttribute";
    public const string JsonUnmappedMemberHandlingAttribute = JsonNamespace + "JsonUnmappedMemberHandlingAttribute";
    public const string SetsRequiredMembersAttribute = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    /// <summary>The attribute of a trigger or policy.</summary>
    public static string AttributeOf(PolicyKind kind) => $"Agnt5.{kind}Attribute";

    private const string JsonNamespace = "System.Text.Json.Serialization.";
}
