using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Generators.Parsing;

/// <summary>The names of generated code.</summary>
internal static class GeneratedNames
{
    /// <summary>The catalog with the components of one assembly.</summary>
    public const string Catalog = "Catalog";

    /// <summary>The resolver of an assembly's JSON metadata.</summary>
    public const string Metadata = "JsonMetadata";

    /// <summary>The namespace of an assembly's generated code: <c>My.App</c> has <c>Agnt5.Generated.My_App</c>, and no other assembly has it.</summary>
    public static string Namespace(string? assemblyName)
    {
        var text = new StringBuilder();
        foreach (var character in assemblyName ?? "")
        {
            if (character == '.')
                text.Append('_');
            else if (SyntaxFacts.IsIdentifierPartCharacter(character) && character != '_' && (text.Length > 0 || !char.IsDigit(character)))
                text.Append(character);
            else
                text.Append(FormattableString.Invariant($"_{(int)character:x2}_"));
        }

        return "Agnt5.Generated." + (text.Length == 0 ? "Unnamed" : Escape(text.ToString()));
    }

    /// <summary>A name as it must be written in source.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A namespace as it must be written in source; parts that are not identifiers are turned into identifiers, as MSBuild does with a project's name.</summary>
    public static string EscapeNamespace(string name) => string.Join(".", name.Split('.').Select(ToIdentifier).Select(Escape));

    private static string ToIdentifier(string part)
    {
        var text = new StringBuilder(part.Trim());
        for (var i = 0; i < text.Length; i++)
            if (!SyntaxFacts.IsIdentifierPartCharacter(text[i]))
                text[i] = '_';
        return text.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? "_" + text : text.ToString();
    }
}
