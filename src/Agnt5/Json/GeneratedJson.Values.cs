using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Microsoft.Extensions.AI;

namespace Agnt5.Generated;

public static partial class GeneratedJson
{
    // Made when they are asked for, once for each type: a native program has only those that it asks for.

    /// <summary>Whole numbers of any size.</summary>
    public static JsonConverter BigIntegerConverter => new BigIntegerConverter();

    /// <summary>JSON of any shape. An element that was never set is written as <see langword="null"/>.</summary>
    public static JsonConverter JsonElementConverter => new JsonElementConverter();

    /// <summary>Dates with a time, in each form that RFC 3339 allows, or without an offset.</summary>
    public static JsonConverter DateTimeConverter => new DateTimeConverter();

    /// <summary>Dates with a time and an offset, in each form that RFC 3339 allows.</summary>
    public static JsonConverter DateTimeOffsetConverter => new DateTimeOffsetConverter();

    /// <summary>Times of a day. An offset is read and left out.</summary>
    public static JsonConverter TimeOnlyConverter => new TimeOnlyConverter();

    /// <summary>A text, image or file for models, as Microsoft.Extensions.AI writes it.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<T> Content<T>(JsonSerializerOptions options)
        where T : AIContent
    {
        var info = JsonMetadataServices.CreateValueInfo<T>(options, new ContentConverter<T>());
        // The converter writes the kind itself. The attributes of the base class would do it again.
        info.PolymorphismOptions = null;
        return info;
    }

    /// <summary>An enum as exactly its member names; flags are names with ", " between them, and an empty text for zero where that has no name.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<T> Enum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(JsonSerializerOptions options)
        where T : struct, Enum => JsonMetadataServices.CreateValueInfo<T>(options, new EnumNamesConverter<T>());

    /// <summary>The converter of an enum as its member names, for members that declare one.</summary>
    public static JsonConverter EnumNames<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum => new EnumNamesConverter<T>();

    /// <summary>The converter of an enum as the numbers of its values. Only flags may have others than the declared ones.</summary>
    public static JsonConverter EnumNumbers<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum => new EnumNumbersConverter<T>();

    /// <summary>A value type that may be <see langword="null"/>.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<T?> Nullable<T>(JsonSerializerOptions options)
        where T : struct => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    /// <summary>A type that a serializer context of the project reads and writes, by that context's options.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="context">The project's context.</param>
    public static JsonTypeInfo<T> Covered<T>(JsonSerializerOptions options, JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return JsonMetadataServices.CreateValueInfo<T>(options, new CoveredConverter<T>(context));
    }

    /// <summary>Returns the converter of a type: a declared converter, or the one that a declared factory creates.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="declared">The converter or factory.</param>
    public static JsonConverter Converter<T>(JsonSerializerOptions options, JsonConverter declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        var created = declared is JsonConverterFactory factory
            ? factory.CreateConverter(typeof(T), options)
                ?? throw new InvalidOperationException($"{declared.GetType()} creates no converter for {typeof(T)}.")
            : declared;
        return created is JsonConverter<T> converter && JsonNesting.IsOpaque(converter) ? LocatedRefusals.Around(options, converter) : created;
    }

    /// <summary>Returns the converter of a nullable value. The declared converter may be one for the value alone.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="declared">The converter or factory.</param>
    public static JsonConverter NullableConverter<T>(JsonSerializerOptions options, JsonConverter declared)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(declared);
        return declared.CanConvert(typeof(T?))
            ? Converter<T?>(options, declared)
            : JsonMetadataServices.GetNullableConverter(JsonMetadataServices.CreateValueInfo<T>(options, Converter<T>(options, declared)));
    }
}
