using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the JSON metadata of an object type: how it is constructed, and its members.</summary>
internal static class ObjectMetadataEmitter
{
    public static string Emit(ObjectModel type, WriterModel? writer, string space)
    {
        var source = SourceWriter.File(space);
        source.Open($"internal static class {type.Identifier}_Json");
        ConstructionEmitter.Write(type, writer, source);
        source.Line($"private static {JsonPropertyInfo}[] Members({JsonOptions} options) =>");
        source.OpenList();
        foreach (var member in type.Members)
            WriteMember(type, member, source);
        source.CloseList();
        foreach (var member in type.Members)
            if (member.Target is { } target)
                AccessorEmitter.WriteSetter(member, target, source);
        source.Close();
        if (writer is not null)
            SerializeEmitter.Write(writer, source);
        return source.ToString();
    }

    private static void WriteMember(ObjectModel type, MemberModel member, SourceWriter source)
    {
        var names = $"{CSharpText.Literal(member.Name)}, {CSharpText.Literal(member.JsonName)}";
        var isRequired = member is { IsRequired: true, IsConstructorParameter: false };
        source.Line($"{GeneratedJson}.Property<{member.Type.CSharpName}>(options, typeof({member.DeclaringType}), {names},");
        source.Line($"    getter: {Getter(member)},");
        source.Line($"    setter: {Setter(type, member)},");
        source.Line($"    isRequired: {CSharpText.Bool(isRequired)}, isNullable: {CSharpText.Bool(member.Type.IsNullable)}),");
    }

    private static string Getter(MemberModel member) =>
        member.HasGetter ? $"static target => (({member.DeclaringType})target).{CSharpText.Identifier(member.Name)}" : "null";

    private static string Setter(ObjectModel type, MemberModel member)
    {
        // A struct is set where it is boxed: a cast would set a copy.
        var target = type.IsValueType ? $"{Unbox}<{type.CSharpName}>(target)" : $"({member.DeclaringType})target";
        return member.Setter switch
        {
            SetterKind.Assignment when type.IsValueType => $"static (target, value) => {target}.{CSharpText.Identifier(member.Name)} = value",
            SetterKind.Assignment => $"static (target, value) => ({target}).{CSharpText.Identifier(member.Name)} = value",
            SetterKind.Accessor => $"static (target, value) => {AccessorEmitter.SetterName(member)}({(type.IsValueType ? "ref " : "")}{target}, value)",
            _ => "null",
        };
    }
}
