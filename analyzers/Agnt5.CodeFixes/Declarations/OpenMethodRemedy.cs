using Agnt5.CodeFixes.Edits;
using Agnt5.CodeFixes.Types;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>Makes a method internal, with the types around it and in its signature, so that generated code can call it.</summary>
internal static class OpenMethodRemedy
{
    public const string Key = "Make internal";

    /// <returns><see langword="null"/> when another declaration decides the method's accessibility, or when a type cannot be opened.</returns>
    public static Remedy? Find(IMethodSymbol method, MethodDeclarationSyntax syntax, KnownSymbols known, Document document, CancellationToken cancellationToken)
    {
        if (!method.ExplicitInterfaceImplementations.IsEmpty)
            return null;
        var isClosed = method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;
        // Both parts of a partial method must have the same accessibility, and so must overrides. A generated part follows the other part.
        var isInParts = (method.IsPartialDefinition && !AgentBody.IsSupplied(method, known)) || method.PartialDefinitionPart is not null;
        if (isClosed && (isInParts || method is not { IsVirtual: false, IsAbstract: false, IsOverride: false }))
            return null;

        var shown = method.Parameters.Select(static parameter => parameter.Type).Prepend(method.ReturnType).Prepend(method.ContainingType);
        if (OpenTypeRemedy.FindEdits(ExposedTypes.FindClosed(shown), document.Project, cancellationToken) is not { } edits)
            return null;
        return new($"Make '{method.Name}' internal", Key, isClosed ? [new OpenDeclaration(document.Id, syntax.Span), .. edits] : edits);
    }
}
