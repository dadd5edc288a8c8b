using Agnt5.Shared;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the class with a component's parameters as members. Reading sets only the members that are present, so the method's defaults stay in force.</summary>
internal static class InputClassEmitter
{
    public static void Write(ObjectModel input, SourceWriter source)
    {
        source.OpenClass($"internal sealed class {input.Identifier}");
        for (var i = 0; i < input.Members.Count; i++)
        {
            if (i > 0)
                source.Line();
            var member = input.Members[i];
            var initializer = member.Default is { } value ? $" = {value.CSharp};" : "";
            source.Line($"public {CSharpText.Annotated(member.Type)} {CSharpText.Identifier(member.Name)} {{ get; set; }}{initializer}");
        }

        source.Close();
    }
}
