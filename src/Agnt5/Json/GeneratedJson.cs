using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Generated;

/// <summary>The run-time half of the generated JSON metadata. It holds the code that all types share, so generated code holds only the differences.</summary>
public static partial class GeneratedJson
{
    /// <summary>The levels that typed values may nest (protocol section 8).</summary>
    internal const int TypedDepth = 64;

    /// <summary>Creates the read-only options that hold an assembly's metadata.</summary>
    /// <param name="resolvers">The assembly's own metadata first, then that of the assemblies it references.</param>
    public static JsonSerializerOptions CreateOptions(params ReadOnlySpan<IJsonTypeInfoResolver> resolvers)
    {
        var options = new JsonSerializerOptions
        {
            // The generator writes the final names, so no naming policy is set here.
            Encoder = PlainJsonEncoder.Instance,
            MaxDepth = TypedDepth,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        foreach (var resolver in resolvers)
            options.TypeInfoResolverChain.Add(resolver);
        options.TypeInfoResolverChain.Add(OwnTypes.Instance);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Finds the metadata of a type in an assembly's options.</summary>
    /// <param name="options">The assembly's options.</param>
    public static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (LastOf<T>.Type is { } last && ReferenceEquals(last.Options, options))
            return last;
        return LastOf<T>.Type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    // Each durable call asks, and almost always a process has one metadata for a type.
    private static class LastOf<T>
    {
        public static JsonTypeInfo<T>? Type;
    }
}
