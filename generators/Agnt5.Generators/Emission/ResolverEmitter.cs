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
        source.Open($"public sealed class {GeneratedNames.Metadata} : {Resolver}");
        source.Line($"internal static readonly {JsonOptions} Options = {GeneratedJson}.CreateOptions([{created}]);");
        source.Line();
        source.Line("/// <inheritdoc/>");
        source.Open($"public {JsonTypeInfo}? GetTypeInfo(global::System.Type type, {JsonOptions} options)");
        var items = collections.ToDictionary(static collection => collection.CSharpName, static collection => collection.Item, StringComparer.Ordinal);
        foreach (var type in types)
        {
            source.Line($"if (type == typeof({type.CSharpName}))");
            source.Line($"    return {Create(type, items)};");
        }

        source.Line("return null;");
        source.Close();
        source.Close();
        return source.ToString();
    }

    private static string Create(TypeModel type, Dictionary<string, WrittenValue> items) => type switch
    {
        ScalarModel scalar => $"{JsonServices}.CreateValueInfo<{scalar.CSharpName}>(options, {JsonServices}.{scalar.Converter})",
        EnumModel => $"{GeneratedJson}.Enum<{type.CSharpName}>(options)",
        NullableModel nullable => $"{GeneratedJson}.Nullable<{nullable.Underlying.CSharpName}>(options)",
        CollectionModel collection when items.TryGetValue(type.CSharpName, out var item) =>
            $"{GeneratedJson}.{collection.Shape}<{collection.Item.CSharpName}>(options, {SerializeEmitter.ItemWriter(item)})",
        CollectionModel collection => $"{GeneratedJson}.{collection.Shape}<{collection.Item.CSharpName}>(options)",
        ObjectModel members => $"{members.Identifier}_Json.Create(options)",
        _ => throw new InvalidOperationException($"No metadata is written for {type.GetType().Name}."),
    };
}
