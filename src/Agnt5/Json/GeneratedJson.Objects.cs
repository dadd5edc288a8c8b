using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Json.Reading;

namespace Agnt5.Generated;

public static partial class GeneratedJson
{
    /// <summary>An object that is constructed without arguments, or only written.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="construct">Constructs an instance, or <see langword="null"/> when the type is only written.</param>
    /// <param name="members">Creates the metadata of the members.</param>
    /// <param name="write">Writes an instance, or <see langword="null"/> to write it by the metadata of its members.</param>
    public static JsonTypeInfo<T> ObjectInfo<T>(
        JsonSerializerOptions options, Func<T>? construct, Func<JsonSerializerOptions, JsonPropertyInfo[]> members, Action<Utf8JsonWriter, T>? write = null)
        where T : notnull => JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = construct is null ? null : LocatedRefusals.Around(options, construct),
            PropertyMetadataInitializer = _ => members(options),
            SerializeHandler = write,
        });

    /// <summary>An object that is constructed with arguments.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="construct">Constructs an instance from arguments by position.</param>
    /// <param name="parameters">Creates the metadata of the parameters.</param>
    /// <param name="members">Creates the metadata of the members.</param>
    /// <param name="write">Writes an instance, or <see langword="null"/> to write it by the metadata of its members.</param>
    public static JsonTypeInfo<T> ObjectInfo<T>(
        JsonSerializerOptions options,
        Func<object?[], T> construct,
        Func<JsonParameterInfoValues[]> parameters,
        Func<JsonSerializerOptions, JsonPropertyInfo[]> members,
        Action<Utf8JsonWriter, T>? write = null)
        where T : notnull => ValueReaders.Keep(
            JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
            {
                ObjectWithParameterizedConstructorCreator = LocatedRefusals.Around(options, construct)!,
                ConstructorParameterMetadataInitializer = parameters,
                PropertyMetadataInitializer = _ => members(options),
                SerializeHandler = write,
            }),
            construct);

    /// <summary>A parameter of a constructor. A document without it is refused.</summary>
    /// <param name="memberName">The C# name of the member that carries its value.</param>
    /// <param name="position">Its place among the arguments.</param>
    /// <param name="isNullable">Whether JSON <c>null</c> is accepted.</param>
    public static JsonParameterInfoValues Parameter<T>(string memberName, int position, bool isNullable) => new()
    {
        Name = memberName,
        ParameterType = typeof(T),
        Position = position,
        IsNullable = isNullable,
    };

    /// <summary>An optional parameter of a constructor.</summary>
    /// <param name="memberName">The C# name of the member that carries its value.</param>
    /// <param name="position">Its place among the arguments.</param>
    /// <param name="isNullable">Whether JSON <c>null</c> is accepted.</param>
    /// <param name="defaultValue">The argument where the document has no such member.</param>
    public static JsonParameterInfoValues Parameter<T>(string memberName, int position, bool isNullable, T defaultValue) => new()
    {
        Name = memberName,
        ParameterType = typeof(T),
        Position = position,
        IsNullable = isNullable,
        HasDefaultValue = true,
        DefaultValue = defaultValue,
    };

    /// <summary>A property of an object.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="declaringType">The type that declares the member.</param>
    /// <param name="memberName">The member's C# name, by which it is matched with a constructor parameter.</param>
    /// <param name="jsonName">The name in JSON.</param>
    /// <param name="getter">Reads the member, or <see langword="null"/> when it is only written.</param>
    /// <param name="setter">Sets the member, or <see langword="null"/> when a constructor parameter does.</param>
    /// <param name="isRequired">Whether a document without the member is refused. For a constructor parameter, the parameter decides.</param>
    /// <param name="isNullable">Whether JSON <c>null</c> is accepted.</param>
    /// <param name="ignore">When the member is left out of what is written.</param>
    /// <param name="order">Its place among the members.</param>
    /// <param name="numberHandling">How its numbers are read and written, where the member sets it.</param>
    /// <param name="converter">The member's own converter.</param>
    /// <param name="isExtensionData">Whether the member holds the JSON members that the type does not declare.</param>
    /// <param name="isPopulated">Whether reading fills the member's existing value instead of replacing it.</param>
    public static JsonPropertyInfo Property<TValue>(
        JsonSerializerOptions options,
        Type declaringType,
        string memberName,
        string jsonName,
        Func<object, TValue?>? getter,
        Action<object, TValue?>? setter,
        bool isRequired,
        bool isNullable,
        JsonIgnoreCondition? ignore = null,
        int order = 0,
        JsonNumberHandling? numberHandling = null,
        JsonConverter? converter = null,
        bool isExtensionData = false,
        bool isPopulated = false)
    {
        var property = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<TValue>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = declaringType,
            PropertyName = memberName,
            JsonPropertyName = jsonName,
            Getter = getter,
            Setter = setter is null ? null : LocatedRefusals.Around(options, setter, jsonName),
            IgnoreCondition = ignore,
            NumberHandling = numberHandling,
            IsExtensionData = isExtensionData,
        });
        property.IsRequired = isRequired;
        property.Order = order;
        if (converter is not null)
            property.CustomConverter = converter;
        if (isPopulated)
            property.ObjectCreationHandling = JsonObjectCreationHandling.Populate;

        // A value type decides by itself whether null fits, and the setters of these switches throw for it.
        if (default(TValue) is null && !isNullable)
        {
            if (getter is not null)
                property.IsGetNullable = false;
            if (setter is not null)
                property.IsSetNullable = false;
        }

        return property;
    }

    /// <summary>Says how JSON names the class of a value. The caller adds the derived types.</summary>
    /// <param name="discriminator">The member that names the class.</param>
    /// <param name="unknownTypes">What happens to a value whose class is not declared.</param>
    /// <param name="ignoresUnknown">Whether an unknown discriminator means the declared type itself.</param>
    public static JsonPolymorphismOptions Polymorphism(string discriminator, JsonUnknownDerivedTypeHandling unknownTypes, bool ignoresUnknown) => new()
    {
        TypeDiscriminatorPropertyName = discriminator,
        UnknownDerivedTypeHandling = unknownTypes,
        IgnoreUnrecognizedTypeDiscriminators = ignoresUnknown,
    };
}
