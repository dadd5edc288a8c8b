using System.Composition;
using Agnt5.Analyzers.Types;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.Types;

/// <summary>AGT2002: makes the converter internal, or lists the type in the context that covers its derived type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConverterOutOfReachFix)), Shared]
public sealed class ConverterOutOfReachFix() : RemedyProvider(RuleIds.ConverterOutOfReach)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(TypeProblemHints.Context, out var context) || context is null)
            return await OpenTypeRemedy.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);

        var project = document.Project;
        var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        var covered = await Declarations.FindCauseAsync(project, diagnostic, cancellationToken).ConfigureAwait(false);
        if (covered is not { IsGenericType: false }
            || KnownSymbols.Of(compilation)?.JsonSerializableAttribute is not { } attribute
            || compilation.GetTypeByMetadataName(context.Replace("global::", "")) is not { } contextType
            || Declarations.PartsOf(contextType, project, cancellationToken) is not { } parts)
            return null;

        var listing = parts.OrderByDescending(static part => part.Syntax.AttributeLists.Count).First();
        return new(
            $"List '{covered.Name}' in '{contextType.Name}'",
            $"List in {context}",
            [new AddTypeAttribute(listing.Document, listing.Syntax.Span, attribute, covered, Text: null)]);
    }
}
