using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Types.Tests.Values;

namespace Agnt5.Types.Tests.Schemas;

/// <summary>
/// The schema that JsonSchemaExporter writes by reflection, with the additions of our schemas: the direction of the document, the ranges and formats of values,
/// descriptions, the nullability of type arguments and of members with one accessor, and that nullable parameters are optional.
/// </summary>
internal sealed class ExpectedSchema(JsonSerializerOptions options, bool isInput)
{
    /// <summary>A member that only the other direction has. It is marked and not removed, since references run through it.</summary>
    public const string Absent = "$absent";

    /// <summary>The name of an object's C# type, under which differences are listed.</summary>
    public const string TypeName = "$type";

    private readonly NullabilityInfoContext _nullability = new();

    public JsonObject Of(ParameterInfo parameter)
    {
        var schema = AsObject(options.GetJsonSchemaAsNode(parameter.ParameterType, ExporterOptions));
        AddNullArguments(schema, _nullability.Create(parameter));
        return schema;
    }

    private JsonSchemaExporterOptions ExporterOptions => new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = AsObject(ByContext.IsCovered(context.TypeInfo.Type) && context.TypeInfo.Kind == JsonTypeInfoKind.None
            ? ByContext.Options.GetJsonSchemaAsNode(context.TypeInfo.Type, ExporterOptions)
            : node);
        schema.Remove("$comment");
        if (!schema.ContainsKey("$ref"))
        {
            DocumentedWords.AddTo(schema, context.TypeInfo, isInput);
            if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            {
                schema[TypeName] = Annotations.Show(context.TypeInfo.Type);
                RequireNoNullableParameters(schema, context.TypeInfo);
                RequireDiscriminatorInEach(schema);
                if (isInput)
                    RequireByLimit(schema, context.TypeInfo);
                if (context.TypeInfo.Type.GetCustomAttribute<DescriptionAttribute>() is { } description)
                    schema["description"] = description.Description;
            }
        }

        if (context.PropertyInfo is { } property)
            AddMember(schema, property);
        return schema;
    }

    private void AddMember(JsonObject schema, JsonPropertyInfo property)
    {
        var isRead = property.Set is not null || property.AssociatedParameter is not null || IsPopulated(property);
        if (isInput ? !isRead : property.Get is null)
            schema[Absent] = true;
        if (!isInput)
            schema.Remove("default");
        if (property.AssociatedParameter is null && property.Get is null != property.Set is null)
            RefuseNullWhereOneAccessorDoes(schema, property);
        if (property.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute description])
            schema["description"] = description.Description;
        if (isInput)
            LimitWords.AddTo(schema, property.PropertyType, LimitsOf(property));
        if (property.AssociatedParameter?.AttributeProvider is ParameterInfo parameter)
            AddNullArguments(schema, Annotations.Of(parameter, _nullability));
        else if (property.AttributeProvider is MemberInfo member)
            AddNullArguments(schema, Annotations.Of(member, _nullability));
    }

    /// <summary>A nullable parameter without a default is optional: it is null where it is absent.</summary>
    private static void RequireNoNullableParameters(JsonObject schema, JsonTypeInfo type)
    {
        if (schema["required"] is not JsonArray required)
            return;
        foreach (var member in type.Properties.Where(static member => member.AssociatedParameter is { IsNullable: true, HasDefaultValue: false } && !IsMarked(member)))
            required.Remove(required.FirstOrDefault(name => (string?)name == member.Name));
        if (required.Count == 0)
            schema.Remove("required");
    }

    private static void RequireByLimit(JsonObject schema, JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(static member => LimitsOf(member).OfType<RequiredAttribute>().Any()))
        {
            var required = schema["required"] as JsonArray ?? [];
            schema["required"] = new JsonArray([.. required.Select(static name => name!.DeepClone()), member.Name]);
        }
    }

    // The exporter names the discriminator once for all alternatives.
    private static void RequireDiscriminatorInEach(JsonObject schema)
    {
        if (schema["anyOf"] is not JsonArray alternatives || schema["required"] is not JsonArray required)
            return;
        foreach (var alternative in alternatives)
            alternative!["required"] = new JsonArray([.. required.Concat(alternative["required"] as JsonArray ?? []).Select(static name => name!.DeepClone())]);
        schema.Remove("required");
    }

    private static IEnumerable<ValidationAttribute> LimitsOf(JsonPropertyInfo property) =>
        new[] { property.AttributeProvider, property.AssociatedParameter?.AttributeProvider }.SelectMany(static provider => provider?.GetCustomAttributes(inherit: true) ?? [])
            .OfType<ValidationAttribute>();

    private static bool IsPopulated(JsonPropertyInfo property) =>
        (property.ObjectCreationHandling ?? property.DeclaringType.GetCustomAttribute<JsonObjectCreationHandlingAttribute>()?.Handling) == JsonObjectCreationHandling.Populate;

    private static bool IsMarked(JsonPropertyInfo member) =>
        member.AttributeProvider is { } attributes
        && (attributes.IsDefined(typeof(RequiredMemberAttribute), inherit: false) || attributes.IsDefined(typeof(JsonRequiredAttribute), inherit: false));

    // An accessor that does not exist counts as one that allows null.
    private static void RefuseNullWhereOneAccessorDoes(JsonObject schema, JsonPropertyInfo property)
    {
        var allowsNull = property.Get is null ? property.IsSetNullable : property.IsGetNullable;
        if (!allowsNull && schema["type"] is JsonArray types && types.FirstOrDefault(static type => (string?)type == "null") is { } @null)
            types.Remove(@null);
    }

    private static void AddNullArguments(JsonObject schema, NullabilityInfo? info)
    {
        var item = info?.ElementType ?? info?.GenericTypeArguments.LastOrDefault();
        var keyword = schema.ContainsKey("items") ? "items" : "additionalProperties";
        if (item is null || schema[keyword] is not JsonObject items)
            return;

        AddNullArguments(items, item);
        if (item.ReadState != NullabilityState.Nullable || item.Type.IsValueType)
            return;
        if (items.ContainsKey("$ref"))
            schema[keyword] = new JsonObject { ["anyOf"] = new JsonArray(items.DeepClone(), new JsonObject { ["type"] = "null" }) };
        else if (items["type"] is JsonValue type)
            items["type"] = new JsonArray(type.DeepClone(), "null");
    }

    private static JsonObject AsObject(JsonNode schema) => schema as JsonObject ?? [];
}
