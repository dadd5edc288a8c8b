using System.Collections.Immutable;
using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.FindSymbols;
using Barrier = Agnt5.Shared.Barrier;

namespace Agnt5.CodeFixes.Types;

/// <summary>AGT2006: declares the derived classes of the project.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LosesDerivedDataFix)), Shared]
public sealed class LosesDerivedDataFix() : RemedyProvider(RuleIds.LosesDerivedData)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var project = document.Project;
        if (await Declarations.FindCauseAsync(project, diagnostic, cancellationToken).ConfigureAwait(false) is not { IsGenericType: false } type
            || Declarations.PartsOf(type, project, cancellationToken) is not [var part, ..])
            return null;

        var known = KnownSymbols.Of((await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!);
        var derived = await FindDerivedAsync(type, project, cancellationToken).ConfigureAwait(false);
        // A derived type that is not declared would fail when it is written, so declare all of them or none.
        if (known?.JsonDerivedTypeAttribute is not { } attribute || derived.Count == 0 || !derived.All(CanBeDeclared))
            return null;

        return new(
            $"Declare the derived types of '{type.Name}'",
            "Declare derived types",
            [.. derived.Select(one => new AddTypeAttribute(part.Document, part.Syntax.Span, attribute, one, Discriminator(one)))]);

        bool CanBeDeclared(INamedTypeSymbol one) =>
            !one.IsGenericType && Barrier.Find(one, known) is null && JsonAttributes.ConverterOf(one, known) is null && known.Contexts.FindCovering(one) is null;

        string Discriminator(INamedTypeSymbol one) => derived.Count(other => other.Name == one.Name) > 1
            ? one.ToDisplayString()
            : JsonNames.Apply(NamingPolicy.CamelCase, one.Name);
    }

    private static async Task<IReadOnlyList<INamedTypeSymbol>> FindDerivedAsync(INamedTypeSymbol type, Project project, CancellationToken cancellationToken)
    {
        var projects = ImmutableHashSet.Create(project);
        var found = type.TypeKind == TypeKind.Interface
            ? await SymbolFinder.FindImplementationsAsync(type, project.Solution, transitive: true, projects, cancellationToken).ConfigureAwait(false)
            : await SymbolFinder.FindDerivedClassesAsync(type, project.Solution, transitive: true, projects, cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.Where(static one => one is { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct })
                .OrderBy(TypeNames.CSharp, StringComparer.Ordinal),
        ];
    }
}
