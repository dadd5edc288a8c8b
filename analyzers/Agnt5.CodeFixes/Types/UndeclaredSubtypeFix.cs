using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Barrier = Agnt5.Shared.Barrier;

namespace Agnt5.CodeFixes.Types;

/// <summary>AGT2012: declares the subtype on its base type, where that is in the project.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredSubtypeFix)), Shared]
public sealed class UndeclaredSubtypeFix() : RemedyProvider(RuleIds.UndeclaredSubtype)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var project = document.Project;
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (await Declarations.FindCauseAsync(project, diagnostic, cancellationToken).ConfigureAwait(false) is not { IsGenericType: false } declaring
            || Declarations.PartsOf(declaring, project, cancellationToken) is not [var part, ..]
            || root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not INamedTypeSymbol subtype
            || KnownSymbols.Of(model.Compilation) is not { JsonDerivedTypeAttribute: { } attribute } known
            || Barrier.Find(subtype, known) is not null
            || JsonAttributes.ConverterOf(subtype, known) is not null)
            return null;

        // Numbers go by an order that only the author knows, and another subtype may have the name.
        var name = JsonNames.CamelCase(subtype.Name);
        return JsonAttributes.DerivedTypes(declaring, known).All(declared => declared.Discriminator is string taken && taken != name)
            ? new(
                $"Declare '{subtype.Name}' on '{declaring.Name}'",
                "Declare subtypes",
                [new AddTypeAttribute(part.Document, part.Syntax.Span, attribute, subtype, name)])
            : null;
    }
}
