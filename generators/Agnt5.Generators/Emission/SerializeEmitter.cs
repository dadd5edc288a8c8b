using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the class that writes an object as JSON member by member, as the serializer would by the object's metadata.</summary>
internal static class SerializeEmitter
{
    public static void Write(WriterModel type, SourceWriter source)
    {
        source.Line();
        source.OpenClass($"internal static class {type.Identifier}_Writer");
        WriteFields(type, source);
        source.Open($"public static void Write({JsonWriter} writer, {type.CSharpName} value)");
        if (!type.IsValueType)
        {
            source.Open("if (value is null)");
            source.Line("writer.WriteNullValue();");
            source.Line("return;");
            source.Close();
            source.Line();
            source.Line($"{GeneratedJson}.RefuseSubtype(value.GetType(), typeof({type.CSharpName}));");
        }

        source.Line("writer.WriteStartObject();");
        foreach (var member in type.Members)
            WriteMember(type, member, source);
        source.Line("writer.WriteEndObject();");
        source.Close();
        source.Close();
    }

    /// <summary>The method that writes an object.</summary>
    public static string MethodOf(WriterModel type) => $"{type.Identifier}_Writer.Write";

    /// <summary>The method that writes a collection's items.</summary>
    public static string ItemWriter(WrittenValue item) =>
        item is WrittenObject written ? MethodOf(written) : $"static (writer, item) => {Call(item, "item")}";

    private static void WriteFields(WriterModel type, SourceWriter source)
    {
        foreach (var member in type.Members)
            source.Line($"private static readonly {EncodedText} {NameField(member)} = {GeneratedJson}.Name({CSharpText.Literal(member.JsonName)});");
        foreach (var value in type.Members.Select(static member => Innermost(member.Value)).Distinct())
        {
            if (value is WrittenByConverter converted)
                source.Line($"private static readonly {JsonConverter}<{converted.CSharpName}> {Field(converted)} = {GeneratedJson}.Converter<{converted.CSharpName}>(JsonMetadata.Options);");
            else if (value is WrittenByMetadata described)
                source.Line($"private static readonly {JsonTypeInfo}<{described.CSharpName}> {Field(described)} = {GeneratedJson}.TypeInfo<{described.CSharpName}>(JsonMetadata.Options);");
        }

        if (type.Members.Count > 0)
            source.Line();
    }

    private static void WriteMember(WriterModel type, WrittenMember member, SourceWriter source)
    {
        var target = member.DeclaringType is { } declaring ? $"(({declaring})value)" : "value";
        var value = $"{target}.{CSharpText.Identifier(member.Name)}";
        if (member.MustNotBeNull)
            value = $"{GeneratedJson}.NotNull({value}, {CSharpText.Literal($"{type.SimpleName}.{member.Name}")})";
        var name = NameField(member);
        switch (member.Value)
        {
            case WrittenScalar scalar:
                source.Line($"writer.Write{scalar.Form}({name}, {value});");
                break;
            case WrittenNullable nullable:
                source.Line($"if ({value} is {{ }} {Present(member)})");
                source.Line($"    writer.Write{nullable.Form}({name}, {Present(member)});");
                source.Line("else");
                source.Line($"    writer.WriteNull({name});");
                break;
            default:
                source.Line($"writer.WritePropertyName({name});");
                source.Line($"{Call(member.Value, value)};");
                break;
        }
    }

    private static string Call(WrittenValue how, string value) => how switch
    {
        WrittenScalar scalar => $"writer.Write{scalar.Form}Value({value})",
        WrittenByConverter converted => $"{GeneratedJson}.Write(writer, {value}, {Field(converted)}, JsonMetadata.Options)",
        WrittenObject written => $"{MethodOf(written)}(writer, {value})",
        WrittenItems { IsDictionary: true } items => $"{GeneratedJson}.WriteEntries(writer, {value}, {ItemWriter(items.Item)})",
        WrittenItems items => $"{GeneratedJson}.WriteItems(writer, {value}, {ItemWriter(items.Item)})",
        WrittenByMetadata described => $"{JsonSerializer}.Serialize(writer, {value}, {Field(described)})",
        _ => throw new InvalidOperationException($"No call is written for {how.GetType().Name}."),
    };

    private static WrittenValue Innermost(WrittenValue value) => value is WrittenItems items ? Innermost(items.Item) : value;

    private static string NameField(WrittenMember member) => "Name_" + member.Name;

    private static string Present(WrittenMember member) => "present_" + member.Name;

    private static string Field(WrittenByConverter value) => "Converter_" + TypeNames.Identifier(value.CSharpName);

    private static string Field(WrittenByMetadata value) => "Type_" + TypeNames.Identifier(value.CSharpName);

    private static string MethodOf(WrittenObject written) => $"{written.Identifier}_Writer.Write";
}
