using System.Text;

namespace Agnt5.Agents;

/// <summary>
/// The name by which a model is offered a tool. Providers take letters, digits, underscores and hyphens, at most 64. Records, events and people see the tool's own name. It depends on the own name
/// alone, so each replay and each agent gives the same. The analyzers compile this file as well.
/// </summary>
internal static class OfferedName
{
    private const int Longest = 64;

    // An underscore and a hash of eight digits.
    private const int Suffix = 9;

    /// <param name="name">The tool's own name.</param>
    /// <returns>The name itself where providers take it. Else a readable form of it, which other names may share only where they differ in dots, slashes and the like.</returns>
    public static string Of(string name)
    {
        if (IsTaken(name))
            return name;

        var readable = new StringBuilder(name.Length);
        var isWhole = name.Length is > 0 and <= Longest;
        foreach (var character in name)
        {
            if (IsTaken(character))
                readable.Append(character);
            else if (character < 128)
                readable.Append('_');
            else if (!EndsInGap(readable, ref isWhole))
                readable.Append('_');
        }

        if (isWhole)
            return readable.ToString();
        var text = readable.ToString().Trim('_');
        return $"{(text.Length == 0 ? "tool" : text.Substring(0, Math.Min(text.Length, Longest - Suffix)))}_{Hash(name):x8}";
    }

    /// <summary>Whether providers take a name as it is.</summary>
    public static bool IsTaken(string name)
    {
        foreach (var character in name)
        {
            if (!IsTaken(character))
                return false;
        }

        return name.Length is > 0 and <= Longest;
    }

    /// <summary>The own name of the tool that hands over to an agent.</summary>
    public static string OfHandoff(string agent) => $"transfer_to_{agent}";

    // Foreign letters are lost, so the rest of the name does not tell two names apart.
    private static bool EndsInGap(StringBuilder readable, ref bool isWhole)
    {
        isWhole = false;
        return readable.Length > 0 && readable[readable.Length - 1] == '_';
    }

    private static bool IsTaken(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';

    // FNV-1a: the same in every process and version, which the hash codes of .NET are not.
    private static uint Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
            hash = unchecked((hash ^ character) * 16777619u);
        return hash;
    }
}
