using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>
/// Writes unsafe accessors: the way to an init accessor, or to a constructor whose required members are set afterwards. For a generic type the accessor
/// stands in a class with the same type parameters, where the run time looks for the signature as it was declared.
/// </summary>
internal static class AccessorEmitter
{
    private const string ConstructorMethod = "New";

    public static string SetterName(MemberModel member) => Name(SetterMethod(member), member.Target!);

    public static string ConstructorName(AccessorTarget target) => Name(ConstructorMethod, target);

    public static void WriteSetter(MemberModel member, AccessorTarget target, SourceWriter source)
    {
        var reference = target.IsValueType ? "ref " : "";
        source.Line();
        Write(
            SetterMethod(member),
            target,
            $"{AccessorKind}.Method, Name = {CSharpText.Literal("set_" + member.Name)}",
            $"void {SetterMethod(member)}({reference}{target.DefinitionType} target, {target.ValueType} value)",
            source);
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

    private static string SetterMethod(MemberModel member) => "Set_" + member.Name;

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
