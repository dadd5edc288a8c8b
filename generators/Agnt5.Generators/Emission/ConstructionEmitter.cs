using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the construction of an object from JSON: a call of its constructor, with arguments by position.</summary>
internal static class ConstructionEmitter
{
    /// <summary>The arguments of the metadata's factory for the construction of an instance.</summary>
    public static string Creation(ObjectModel type) =>
        type.Construction is null ? "null" : Bound(type.Construction).Length == 0 ? "Construct" : "Construct, Parameters";

    public static void Write(ObjectModel type, SourceWriter source)
    {
        if (type.Construction is not { } construction)
            return;

        var bound = Bound(construction);
        source.Line($"private static {type.CSharpName} Construct({(bound.Length == 0 ? "" : "object?[] arguments")}) => {Expression(type, construction)};");
        source.Line();
        if (construction.Kind == ConstructionKind.Accessor)
            AccessorEmitter.WriteConstructor(construction, source);
        if (bound.Length > 0)
            WriteParameters(type, bound, source);
    }

    private static ConstructorParameterModel[] Bound(ConstructionModel construction) =>
        construction.Parameters.Where(static parameter => parameter.MemberName is not null).ToArray();

    private static string Expression(ObjectModel type, ConstructionModel construction)
    {
        var position = 0;
        var arguments = string.Join(", ", construction.Parameters.Select(Argument));
        return construction.Kind switch
        {
            ConstructionKind.Default => $"default({type.CSharpName})",
            ConstructionKind.Accessor => $"{AccessorEmitter.ConstructorName(construction.Target!)}({arguments})",
            _ => $"new {type.CSharpName}({arguments})",
        };

        string Argument(ConstructorParameterModel parameter) => parameter.MemberName is null
            ? $"({parameter.Type.CSharpName}){parameter.Default?.CSharp ?? "default"}"
            : $"({parameter.Type.CSharpName})arguments[{position++}]";
    }

    private static void WriteParameters(ObjectModel type, ConstructorParameterModel[] parameters, SourceWriter source)
    {
        source.Line($"private static {JsonParameterInfo}[] Parameters() =>");
        source.OpenList();
        for (var i = 0; i < parameters.Length; i++)
            WriteParameter(parameters[i], i, type.Members.First(member => member.Name == parameters[i].MemberName), source);
        source.CloseList();
        source.Line();
    }

    private static void WriteParameter(ConstructorParameterModel parameter, int position, MemberModel member, SourceWriter source)
    {
        var isNullable = CSharpText.Bool(member.Type.IsNullable);
        var @default = member.IsRequired ? "" : $", defaultValue: {parameter.Default?.CSharp ?? "default"}";
        var arguments = $"{CSharpText.Literal(member.Name)}, {position}, isNullable: {isNullable}{@default}";
        source.Line($"{GeneratedJson}.Parameter<{parameter.Type.CSharpName}>({arguments}),");
    }
}
