using Agnt5.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Types;

/// <summary>Makes the type that a diagnostic names reachable for generated code.</summary>
internal static class OpenTypeRemedy
{
    public static async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var project = document.Project;
        if (await Declarations.FindCauseAsync(project, diagnostic, cancellationToken).ConfigureAwait(false) is not { } cause)
            return null;

        var isProtected = cause.DeclaredAccessibility == Accessibility.Protected;
        return FindEdits(ExposedTypes.FindClosed(cause), project, cancellationToken) is { Count: > 0 } edits
            ? new($"Make '{cause.Name}' {(isProtected ? "protected internal" : "internal")}", "Make internal", edits)
            : null;
    }

    /// <summary>The edits that open types, or <see langword="null"/> when one cannot be opened.</summary>
    public static IReadOnlyList<Edit>? FindEdits(IEnumerable<INamedTypeSymbol> types, Project project, CancellationToken cancellationToken)
    {
        var edits = new List<Edit>();
        foreach (var type in types)
        {
            if (Declarations.PartsOf(type, project, cancellationToken) is not { } parts || HasNamesake(type))
                return null;
            // Another part of the type may declare its accessibility.
            var marked = parts.Where(static part => part.Syntax.Modifiers.Any(IsClosing)).ToArray();
            edits.AddRange((marked.Length > 0 ? marked : [parts[0]]).Select(static part => new OpenDeclaration(part.Document, part.Syntax.Span)));
        }

        return edits;
    }

    private static bool IsClosing(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.FileKeyword;

    // Several files may each have a file-local type of the same name.
    private static bool HasNamesake(INamedTypeSymbol type) => type.IsFileLocal && type.ContainingNamespace.GetTypeMembers(type.Name, type.Arity).Length > 1;
}
