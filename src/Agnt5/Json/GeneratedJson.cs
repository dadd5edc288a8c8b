using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>The run-time half of the generated JSON metadata: what every type needs alike, so that generated code holds only what differs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedJson
{
    /// <summary>The levels that typed values may nest (protocol section 8).</summary>
    internal const int TypedDepth = 64;

    /// <summary>Creates the one frozen set of options that an assembly's metadata hangs on.</summary>
    /// <param name="resolvers">The assembly's own metadata first, then that of the assemblies it references.</param>
    public static JsonSerializerOptions CreateOptions(params ReadOnlySpan<IJsonTypeInfoResolver> resolvers)
    {
        var options = new JsonSerializerOptions
        {
            // Names come ready-made from the generator, so no policy is set here.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = TypedDepth,
            AllowOutOfOrderMetadataProperties = true,
        };
        foreach (var resolver in resolvers)
            options.TypeInfoResolverChain.Add(resolver);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Finds the metadata of a type in an assembly's options.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    /// <summary>A property or field of an object.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="declaringType">The type that declares the member.</param>
    /// <param name="memberName">The member's C# name, by which it is matched with a constructor parameter.</param>
    /// <param name="jsonName">The name in JSON.</param>
    /// <param name="getter">Reads the member, or <see langword="null"/> when it is only written.</param>
    /// <param name="setter">Writes the member, or <see langword="null"/> when a constructor parameter does.</param>
    /// <param name="isRequired">Whether a document without it is refused.</param>
    /// <param name="isNullable">Whether JSON <c>null</c> is accepted.</param>
    public static JsonPropertyInfo Property<TValue>(
        JsonSerializerOptions options,
        Type declaringType,
        string memberName,
        string jsonName,
        Func<object, TValue?>? getter,
        Action<object, TValue?>? setter,
        bool isRequired,
        bool isNullable)
    {
        var property = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<TValue>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = declaringType,
            PropertyName = memberName,
            JsonPropertyName = jsonName,
            Getter = getter,
            Setter = setter,
        });
        property.IsRequired = isRequired;
        // A value type says by itself whether null fits; the setters of these switches refuse it.
        if (default(TValue) is null && !isNullable)
        {
            if (getter is not null)
                property.IsGetNullable = false;
            if (setter is not null)
                property.IsSetNullable = false;
        }

        return property;
    }

    /// <summary>An enum as its member names; numbers are refused.</summary>
    public static JsonTypeInfo<T> Enum<T>(JsonSerializerOptions options)
        where T : struct, Enum
    {
        var converter = new JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false);
        return JsonMetadataServices.CreateValueInfo<T>(options, converter.CreateConverter(typeof(T), options)!);
    }
}
