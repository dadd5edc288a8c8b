using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;

namespace Agnt5.Json.Reading;

/// <summary>Finds the readers of types. A type with anything unusual about it has none.</summary>
internal static class ValueReaders
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, Source> Sources = [];

    /// <summary>Remembers how objects of a type are constructed, which the metadata keeps to itself.</summary>
    public static JsonTypeInfo<T> Keep<T>(JsonTypeInfo<T> type, Func<object?[], T> construct)
    {
        Sources.Add(type, new ObjectSource<T>(construct));
        return type;
    }

    /// <summary>Remembers how a collection is made of its items.</summary>
    public static JsonTypeInfo<TCollection> Keep<TCollection, T>(JsonTypeInfo<TCollection> type, Func<List<T>, TCollection> finish)
    {
        Sources.Add(type, new ItemsSource<TCollection, T>(finish));
        return type;
    }

    /// <summary>The reader of a type, or <see langword="null"/> when only the serializer reads it.</summary>
    public static ValueReader<T>? Of<T>(JsonTypeInfo<T> type) =>
        // Options of the project's own have settings that only the serializer knows. The readers of a type that contains itself would do so too.
        ReferenceEquals(type.Options.Encoder, PlainJsonEncoder.Instance) && !JsonNesting.ContainsItself(type) ? Find(type) as ValueReader<T> : null;

    private static ValueReader? Find(JsonTypeInfo type)
    {
        if (!IsStrict(type.NumberHandling) || JsonNesting.IsOpaque(type.Converter))
            return null;
        return type.Kind == JsonTypeInfoKind.None ? ScalarReaders.Of(type.Type) : Sources.TryGetValue(type, out var source) ? source.CreateReader(type) : null;
    }

    private static bool IsStrict(JsonNumberHandling? handling) => handling is null or JsonNumberHandling.Strict;

    private static ReadMember[]? Members(JsonTypeInfo type)
    {
        if (type is not { PolymorphismOptions: null, OnDeserializing: null, OnDeserialized: null, PreferredPropertyObjectCreationHandling: null })
            return null;

        var members = type.Properties.Select(Member).OfType<ReadMember>().ToArray();
        return members.Length == type.Properties.Count ? members : null;
    }

    private static ReadMember? Member(JsonPropertyInfo member)
    {
        if (member is not { AssociatedParameter: { } parameter, CustomConverter: null, IsExtensionData: false, ObjectCreationHandling: null } || !IsStrict(member.NumberHandling))
            return null;
        // Null may mean the default there.
        var takesNull = parameter is { IsNullable: true, HasDefaultValue: false };
        return Find(member.Options.GetTypeInfo(member.PropertyType)) is { } value ? new ReadMember(Encoding.UTF8.GetBytes(member.Name), parameter.Position, takesNull, value) : null;
    }

    private abstract class Source
    {
        public abstract ValueReader? CreateReader(JsonTypeInfo type);
    }

    private sealed class ObjectSource<T>(Func<object?[], T> construct) : Source
    {
        public override ValueReader? CreateReader(JsonTypeInfo type) => Members(type) is { } members ? new ObjectReader<T>(construct, members) : null;
    }

    private sealed class ItemsSource<TCollection, T>(Func<List<T>, TCollection> finish) : Source
    {
        public override ValueReader? CreateReader(JsonTypeInfo type) =>
            Find(type.Options.GetTypeInfo(type.ElementType!)) is ValueReader<T> item ? new ItemsReader<TCollection, T>(item, finish) : null;
    }
}
