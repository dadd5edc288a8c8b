using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>
/// Reads the files of a project. At every key stroke the compiler asks again for all of them, and reading one costs a thousand times as much as remembering it. What was read holds as long
/// as the file stays the same, and with it the declarations that its code can reach (<see cref="DeclarationGraph"/>).
/// </summary>
internal static class ProjectFiles
{
    /// <summary>The contents of all files that have some, in the order of the files.</summary>
    public static IEnumerable<FileContents> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        if (KnownSymbols.Of(compilation) is null)
            return [];

        var aliases = AttributeAliases.Global(compilation);
        var files = new List<(CandidateFile File, int Place)>();
        var place = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (CandidateFile.Of(tree, aliases, cancellationToken) is { HasCandidates: true } file)
                files.Add((file, place));
            place++;
        }

        if (files.Count == 0)
            return [];
        var graph = DeclarationGraph.Of(compilation, files.Select(static file => file.File.Remembered?.Graph).FirstOrDefault(static graph => graph is not null));
        return files
            .Select(file => Read(file.File, new(graph, file.File.Tree, file.Place), compilation, cancellationToken))
            .Where(static contents => !contents.IsEmpty)
            .ToArray();
    }

    private static FileContents Read(CandidateFile file, DeclarationsInReach declarations, Compilation compilation, CancellationToken cancellationToken)
    {
        var contents = file.Remembered is { } known && known.Declarations.AreSame(declarations)
            ? known.Contents
            : FileReader.Read(file, compilation, cancellationToken);
        file.Remembered = new(declarations, contents);
        return contents;
    }
}
