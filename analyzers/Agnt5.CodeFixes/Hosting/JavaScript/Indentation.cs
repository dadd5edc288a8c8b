using Microsoft.CodeAnalysis;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>Moves the lines of code to another indentation.</summary>
internal static class Indentation
{
    /// <summary>That of the statements of a lambda at the left edge.</summary>
    public const int Inner = 4;

    /// <summary>The indentation of the line in which code begins.</summary>
    public static int Of(SyntaxToken code)
    {
        var line = code.SyntaxTree!.GetText().Lines.GetLineFromPosition(code.SpanStart).ToString();
        return line.Length - line.TrimStart().Length;
    }

    /// <summary>The code with its later lines moved. The first one has no indentation.</summary>
    public static string Move(string code, int from, int to)
    {
        var lines = code.Split('\n');
        for (var index = 1; index < lines.Length; index++)
            lines[index] = lines[index].Trim().Length == 0 ? lines[index] : new string(' ', Math.Max(0, lines[index].Length - lines[index].TrimStart().Length + to - from)) + lines[index].TrimStart();
        return string.Join("\n", lines);
    }
}
