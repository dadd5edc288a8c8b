namespace Agnt5.Generators.Emission;

/// <summary>Types that generated code names.</summary>
internal static class GeneratedTypes
{
    public const string AgentDefinition = "global::Agnt5.Generated.AgentDefinition";
    public const string AnswerSchemas = "global::Agnt5.Generated.IAnswerSchemas";
    public const string Descriptor = "global::Agnt5.Generated.ComponentDescriptor";
    public const string Call = "global::Agnt5.Generated.ComponentCall";
    public const string TriggeredCall = "global::Agnt5.Generated.TriggeredCall";
    public const string FunctionContext = "global::Agnt5.FunctionContext";
    public const string WorkflowContext = "global::Agnt5.WorkflowContext";
    public const string AgentContext = "global::Agnt5.AgentContext";
    public const string Catalog = "global::Agnt5.ComponentCatalog";
    public const string ComponentType = "global::Agnt5.ComponentType";
    public const string GeneratedJson = "global::Agnt5.Generated.GeneratedJson";
    public const string GeneratedCollections = "global::Agnt5.Generated.GeneratedCollections";
    public const string GeneratedKeys = "global::Agnt5.Generated.GeneratedKeys";
    public const string KeyComparer = "global::Agnt5.Generated.KeyComparer";
    public const string GeneratedLimits = "global::Agnt5.Generated.GeneratedLimits";
    public const string MemberLimits = "global::Agnt5.Generated.MemberLimits";
    public const string JsonObjectDictionary = "global::Agnt5.Generated.JsonObjectDictionary";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string JsonObject = "global::System.Text.Json.Nodes.JsonObject";
    public const string JsonOptions = "global::System.Text.Json.JsonSerializerOptions";
    public const string JsonWriter = "global::System.Text.Json.Utf8JsonWriter";
    public const string EncodedText = "global::System.Text.Json.JsonEncodedText";
    public const string JsonSerializer = "global::System.Text.Json.JsonSerializer";
    public const string JsonConverter = "global::System.Text.Json.Serialization.JsonConverter";
    public const string JsonTypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    public const string JsonPropertyInfo = "global::System.Text.Json.Serialization.Metadata.JsonPropertyInfo";
    public const string JsonParameterInfo = "global::System.Text.Json.Serialization.Metadata.JsonParameterInfoValues";
    public const string JsonServices = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices";
    public const string JsonNamespace = "global::System.Text.Json.Serialization";
    public const string ServiceList = "global::System.Collections.Generic.IReadOnlyList<global::Agnt5.Generated.RequiredService>";
    public const string Resolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
    public const string CallTask = "global::System.Threading.Tasks.ValueTask";
    public const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";
    public const string AccessorKind = "global::System.Runtime.CompilerServices.UnsafeAccessorKind";
    public const string Unbox = "global::System.Runtime.CompilerServices.Unsafe.Unbox";
}
