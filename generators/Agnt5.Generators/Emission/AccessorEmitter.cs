using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>
/// Writes unsafe accessors: they reach an init accessor, a private member, or a constructor whose required members are set afterwards. For a generic type the accessor
/// is in a class with the same type parameters, because the run time looks for the declared signature.
/// </summary>
internal static class AccessorEmitter
{
    private const string ConstructorMethod = "New";

    public static string ConstructorName(AccessorTarget target) => Name(ConstructorMethod, target);

    /// <summary>Gets a member of the target through its accessor.</summary>
    public static string Get(MemberModel member, string target) =>
        $"{Name(member.IsField ? FieldMethod(member) : GetterMethod(member), member.Target!)}({Reference(member.Target!)}{target})";

    /// <summary>Sets a member of the target through its accessor.</summary>
    public static string Set(MemberModel member, string target, string value) => member.IsField
        ? $"{Get(member, target)} = {value}"
        : $"{Name(SetterMethod(member), member.Target!)}({Reference(member.Target!)}{target}, {value})";

    /// <summary>Writes the accessors that a member needs.</summary>
    public static void Write(MemberModel member, SourceWriter source)
    {
        if (member.Target is not { } target)
            return;
        var parameter = $"{Reference(target)}{target.DefinitionType} target";
        if (member.IsField)
            Declare(FieldMethod(member), "Field", member.Name, $"ref {target.ValueType} {FieldMethod(member)}({parameter})");
        if (member is { IsField: false, Getter: GetterKind.Accessor })
            Declare(GetterMethod(member), "Method", "get_" + member.Name, $"{target.ValueType} {GetterMethod(member)}({parameter})");
        if (member is { IsField: false, Setter: SetterKind.Accessor })
            Declare(SetterMethod(member), "Method", "set_" + member.Name, $"void {SetterMethod(member)}({parameter}, {target.ValueType} value)");

        void Declare(string method, string kind, string name, string signature)
        {
            source.Line();
            Write(method, target, $"{AccessorKind}.{kind}, Name = {CSharpText.Literal(name)}", signature, source);
        }
    }

    public static void WriteConstructor(ConstructionModel construction, SourceWriter source)
    {
        var parameters = string.Join(", ", construction.Parameters.Select(static (parameter, index) => $"{parameter.DefinitionType} argument{index}"));
        Write(
            ConstructorMethod,
            construction.Target!,
            $"{AccessorKind}.Constructor",
            $"{construction.Target!.DefinitionType} {ConstructorMethod}({parameters})",
            source);
        source.Line();
    }

    private static string GetterMethod(MemberModel member) => "Get_" + member.Name;

    private static string SetterMethod(MemberModel member) => "Set_" + member.Name;

    private static string FieldMethod(MemberModel member) => "Field_" + member.Name;

    // A struct is passed by reference: the accessor of a copy would set the copy.
    private static string Reference(AccessorTarget target) => target.IsValueType ? "ref " : "";

    private static string Name(string method, AccessorTarget target) =>
        target.TypeParameters.Length == 0 ? method : $"{method}_Accessor{target.TypeArguments}.{method}";

    private static void Write(string method, AccessorTarget target, string attribute, string signature, SourceWriter source)
    {
        var isGeneric = target.TypeParameters.Length > 0;
        if (isGeneric)
            source.Open($"private static class {method}_Accessor{target.TypeParameters}{(target.Constraints.Length > 0 ? " " + target.Constraints : "")}");
        source.Line($"[{Accessor}({attribute})]");
        source.Line($"{(isGeneric ? "public" : "private")} static extern {signature};");
        if (isGeneric)
            source.Close();
    }
}
