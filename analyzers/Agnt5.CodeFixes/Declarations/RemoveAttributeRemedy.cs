using Agnt5.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>Removes the attribute that a diagnostic points at.</summary>
internal static class RemoveAttributeRemedy
{
    public static async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            ? new($"Remove [{attribute.Name}]", "Remove attribute", [RemoveAttribute.Of(attribute, document.Id)])
            : null;
    }
}
