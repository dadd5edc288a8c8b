using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads the facts about the whole assembly that generated code needs.</summary>
internal static class AssemblyParser
{
    /// <summary>Reads the assembly, or returns <see langword="null"/> when it does not reference the SDK, or its C# is too old: then nothing is generated.</summary>
    public static AssemblyModel? Parse(Compilation compilation, string? rootNamespace)
    {
        if (OldLanguage.Of(compilation) is not null || KnownSymbols.Of(compilation) is not { } known)
            return null;

        var isExecutable = compilation.Options.OutputKind is not (OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule);
        return new()
        {
            Namespace = GeneratedNames.Namespace(compilation.AssemblyName),
            ComponentsNamespace = ComponentsNamespace(compilation, rootNamespace ?? compilation.AssemblyName ?? ""),
            IsExecutable = isExecutable,
            MayHost = !isExecutable && HostReference.IsIn(compilation),
            HasClient = known.HasClient,
            HasTesting = known.HasTesting,
            References = ReferencedCatalogs.Of(compilation, known).ToEquatableArray(),
        };
    }

    // If a type has the name of the namespace, or of a namespace around it, the namespace cannot be declared.
    private static string ComponentsNamespace(Compilation compilation, string rootNamespace)
    {
        if (rootNamespace.Trim().Length == 0)
            return "";

        var escaped = GeneratedNames.EscapeNamespace(rootNamespace);
        var plain = escaped.Replace("@", "");
        for (var end = plain.IndexOf('.'); ; end = plain.IndexOf('.', end + 1))
        {
            var space = end < 0 ? plain : plain.Substring(0, end);
            if (compilation.Assembly.GetTypeByMetadataName(space) is not null)
                return "";
            if (end < 0)
                return escaped;
        }
    }
}
