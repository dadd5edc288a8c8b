using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the JSON metadata of an object type: its construction, its members, and the values of its attributes.</summary>
internal static class ObjectMetadataEmitter
{
    public static string Emit(ObjectModel type, WriterModel? writer, string space)
    {
        var source = SourceWriter.File(space);
        source.OpenClass($"internal static class {type.Identifier}_Json");
        WriteCreate(type, writer, source);
        ConstructionEmitter.Write(type, source);
        source.Line($"private static {JsonPropertyInfo}[] Members({JsonOptions} options) =>");
        source.OpenList();
        foreach (var member in type.Members)
            MemberEmitter.Write(type, member, source);
        source.CloseList();
        foreach (var member in type.Members)
            AccessorEmitter.Write(member, source);
        source.Close();
        if (writer is not null)
            SerializeEmitter.Write(writer, source);
        return source.ToString();
    }

    private static void WriteCreate(ObjectModel type, WriterModel? writer, SourceWriter source)
    {
        var signature = $"public static {JsonTypeInfo}<{type.CSharpName}> Create({JsonOptions} options)";
        var create = $"{GeneratedJson}.ObjectInfo<{type.CSharpName}>(options, {ConstructionEmitter.Creation(type)}, Members{(writer is null ? "" : $", {SerializeEmitter.MethodOf(writer)}")})";
        var settings = Settings(type).ToArray();
        if (settings.Length == 0)
        {
            source.Line(signature + " =>");
            source.Line($"    {create};");
        }
        else
        {
            source.Open(signature);
            source.Line($"var type = {create};");
            foreach (var setting in settings)
                source.Line($"type.{setting};");
            if (type.Polymorphism is { } polymorphism)
                WritePolymorphism(polymorphism, source);
            source.Line("return type;");
            source.Close();
        }

        source.Line();
    }

    private static IEnumerable<string> Settings(ObjectModel type)
    {
        if (type.NumberHandling is { } handling)
            yield return FormattableString.Invariant($"NumberHandling = ({JsonNamespace}.JsonNumberHandling){handling}");
        if (type.RefusesUnknownMembers)
            yield return $"UnmappedMemberHandling = {JsonNamespace}.JsonUnmappedMemberHandling.Disallow";
        if (type.PopulatesMembers)
            yield return $"PreferredPropertyObjectCreationHandling = {JsonNamespace}.JsonObjectCreationHandling.Populate";
        if (type.Polymorphism is { } polymorphism)
            yield return $"PolymorphismOptions = {GeneratedJson}.Polymorphism({CSharpText.Literal(polymorphism.Discriminator)}, "
                + $"({JsonNamespace}.JsonUnknownDerivedTypeHandling){polymorphism.UnknownDerivedTypes.ToString(System.Globalization.CultureInfo.InvariantCulture)}, "
                + $"ignoresUnknown: {CSharpText.Bool(polymorphism.IgnoresUnknownDiscriminators)})";
    }

    private static void WritePolymorphism(PolymorphismModel polymorphism, SourceWriter source)
    {
        foreach (var derived in polymorphism.DerivedTypes)
        {
            var discriminator = derived.Discriminator is { } value ? ", " + value : "";
            source.Line($"type.PolymorphismOptions.DerivedTypes.Add(new {JsonNamespace}.Metadata.JsonDerivedType(typeof({derived.Type.CSharpName}){discriminator}));");
        }
    }
}
