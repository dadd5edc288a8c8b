using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the JSON metadata of one member: how to get and set it, and the values of its attributes.</summary>
internal static class MemberEmitter
{
    public static void Write(ObjectModel type, MemberModel member, SourceWriter source)
    {
        var names = $"{CSharpText.Literal(member.Name)}, {CSharpText.Literal(member.JsonName)}";
        var isRequired = member is { IsRequired: true, IsConstructorParameter: false };
        var (before, after) = LimitsEmitter.Around(member);
        source.Line($"{before}{GeneratedJson}.Property<{TypeOf(member)}>(options, typeof({member.DeclaringType}), {names},");
        source.Line($"    getter: {Getter(type, member)},");
        source.Line($"    setter: {Setter(type, member)},");
        source.Line($"    isRequired: {CSharpText.Bool(isRequired)}, isNullable: {CSharpText.Bool(member.Type.IsNullable)}{string.Concat(Attributes(member))}){after},");
    }

    // A JsonObject with extension data is read and written entry by entry.
    private static bool IsObjectOfEntries(MemberModel member) => member is { IsExtensionData: true, Type.CSharpName: JsonObject };

    private static string TypeOf(MemberModel member) => IsObjectOfEntries(member) ? JsonObjectDictionary : member.Type.CSharpName;

    private static string Getter(ObjectModel type, MemberModel member)
    {
        var value = member.Getter switch
        {
            GetterKind.Direct => $"(({member.DeclaringType})target).{CSharpText.Identifier(member.Name)}",
            GetterKind.Accessor => AccessorEmitter.Get(member, Target(type, member)),
            _ => "null",
        };
        if (member.Getter == GetterKind.None)
            return value;

        if (member.MayBeUnset)
            value = $"{GeneratedJson}.NotDefault({value})";

        // Extension data must not be written under a declared member's name.
        return member.IsExtensionData
            ? $"static target => {GeneratedJson}.ExtensionData({value}, [{string.Join(", ", DeclaredNames(type))}])"
            : $"static target => {value}";
    }

    private static IEnumerable<string> DeclaredNames(ObjectModel type) =>
        type.Members.Where(static member => !member.IsExtensionData).Select(static member => CSharpText.Literal(member.JsonName));

    private static string Setter(ObjectModel type, MemberModel member)
    {
        var target = Target(type, member);
        var name = CSharpText.Identifier(member.Name);
        var value = IsObjectOfEntries(member) ? "value?.Source" : "value";
        return member.Setter switch
        {
            SetterKind.Assignment when type.IsValueType => $"static (target, value) => {target}.{name} = {value}",
            SetterKind.Assignment => $"static (target, value) => ({target}).{name} = {value}",
            SetterKind.Accessor => $"static (target, value) => {AccessorEmitter.Set(member, target, value)}",
            SetterKind.Fill => $"static (target, value) => {GeneratedJson}.Fill((({member.DeclaringType})target).{name}, value)",
            _ => "null",
        };
    }

    // A struct is accessed inside its box: a cast would make a copy.
    private static string Target(ObjectModel type, MemberModel member) =>
        type.IsValueType ? $"{Unbox}<{type.CSharpName}>(target)" : $"({member.DeclaringType})target";

    private static IEnumerable<string> Attributes(MemberModel member)
    {
        if (member.Ignore != IgnoreCondition.Never)
            yield return $", ignore: {JsonNamespace}.JsonIgnoreCondition.{member.Ignore}";
        if (member.Order != 0)
            yield return FormattableString.Invariant($", order: {member.Order}");
        if (member.NumberHandling is { } handling)
            yield return FormattableString.Invariant($", numberHandling: ({JsonNamespace}.JsonNumberHandling){handling}");
        if (member.Converter is { } converter)
            yield return $", converter: {ConverterText.Of(member.Type.CSharpName, converter)}";
        if (member.IsExtensionData)
            yield return ", isExtensionData: true";
        if (member.IsPopulated)
            yield return ", isPopulated: true";
    }
}
