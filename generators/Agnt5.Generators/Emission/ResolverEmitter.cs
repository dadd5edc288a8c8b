using Agnt5.Generators.Models;
using Agnt5.Generators.Parsing;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the resolver that finds the JSON metadata of every type that the assembly's components and durable calls name.</summary>
internal static class ResolverEmitter
{
    public static string Emit(EquatableArray<TypeModel> types, EquatableArray<CollectionWriterModel> collections, AssemblyModel assembly)
    {
        var source = SourceWriter.File(assembly.Namespace);
        var resolvers = assembly.References.Select(static reference => reference.Metadata).OfType<string>().Prepend(GeneratedNames.Metadata);
        var created = string.Join(", ", resolvers.Select(static resolver => $"new {resolver}()"));
        source.Line("/// <summary>The JSON metadata of the types that this assembly's components and durable calls name.</summary>");
        source.OpenClass($"public sealed partial class {GeneratedNames.Metadata} : {Resolver}");
        source.Line($"internal static readonly {JsonOptions} Options = {GeneratedJson}.CreateOptions([{created}]);");
        source.Line();
        source.Line("/// <inheritdoc/>");
        source.Open($"public {JsonTypeInfo}? GetTypeInfo(global::System.Type type, {JsonOptions} options)");
        var items = collections.ToDictionary(static collection => collection.CSharpName, static collection => collection.Item, StringComparer.Ordinal);
        var keys = new KeysEmitter(types);
        foreach (var type in types)
        {
            source.Line($"if (type == typeof({type.CSharpName}))");
            source.Line($"    return {Create(type, items, keys)};");
        }

        source.Line("return null;");
        source.Close();
        keys.Write(source);
        source.Close();
        return source.ToString();
    }

    private static string Create(TypeModel type, Dictionary<string, WrittenValue> items, KeysEmitter keys) => type switch
    {
        ScalarModel scalar => $"{JsonServices}.CreateValueInfo<{scalar.CSharpName}>(options, {scalar.Converter})",
        EnumModel { Converter: { } converter } => Converted(type, converter),
        EnumModel => $"{GeneratedJson}.Enum<{type.CSharpName}>(options)",
        NullableModel nullable => $"{GeneratedJson}.Nullable<{nullable.Underlying.CSharpName}>(options)",
        CollectionModel collection when items.TryGetValue(type.CSharpName, out var item) =>
            $"{GeneratedCollections}.{collection.Shape}<{collection.Item.CSharpName}>(options, {SerializeEmitter.ItemWriter(item)})",
        CollectionModel collection => $"{GeneratedJson}.{collection.Shape}<{TypeArguments(collection)}>(options{Creation(collection, keys)})",
        ConverterModel { Factory: { } factory } => $"{factory}(options)",
        ConverterModel opaque => Converted(type, opaque.Converter),
        CoveredModel covered => $"{GeneratedJson}.Covered<{type.CSharpName}>(options, {covered.Context}.Default)",
        ObjectModel members => $"{members.Identifier}_Json.Create(options)",
        _ => throw new InvalidOperationException($"No metadata is written for {type.GetType().Name}."),
    };

    private static string Converted(TypeModel type, string converter) =>
        $"{JsonServices}.CreateValueInfo<{type.CSharpName}>(options, {ConverterText.Of(type.CSharpName, converter)})";

    private static string TypeArguments(CollectionModel collection)
    {
        var items = collection.KeyType is { } key ? $"{key.CSharpName}, {collection.Item.CSharpName}" : collection.Item.CSharpName;
        return IsGeneric(collection.Shape) ? $"{collection.CSharpName}, {items}" : items;
    }

    private static string Creation(CollectionModel collection, KeysEmitter keys)
    {
        var comparer = collection.Hashed is { } hashed ? keys.Comparer(hashed) : null;
        var creation = collection.Creation is { } given ? given.Replace(CollectionModel.Keys, comparer) : "null";
        var numbers = keys.HandlesNumbers(collection);
        return collection.Shape switch
        {
            CollectionShape.BuiltDictionary when comparer is not null =>
                $", {comparer}, {creation}{(numbers ? ", handlesNumbers: true" : "")}",
            CollectionShape.Filled or CollectionShape.FilledDictionary or CollectionShape.Built or CollectionShape.BuiltDictionary => ", " + creation,
            CollectionShape.IReadOnlyDictionary when numbers => "",
            CollectionShape.ConcurrentDictionary when numbers || keys.IsPopulated(collection) => "",
            CollectionShape.ISet or CollectionShape.Dictionary or CollectionShape.IDictionary or CollectionShape.IReadOnlyDictionary or CollectionShape.ConcurrentDictionary
                when comparer is not null => ", " + comparer,
            _ => "",
        };
    }

    // These factories serve any collection type, and the others one each.
    private static bool IsGeneric(CollectionShape shape) => shape is CollectionShape.Filled or CollectionShape.Built or CollectionShape.Written
        or CollectionShape.FilledDictionary or CollectionShape.BuiltDictionary or CollectionShape.WrittenDictionary;
}
