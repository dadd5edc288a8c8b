using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.Types;

/// <summary>AGT2009: makes the type internal, with the types around it and those that it shows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InaccessibleTypeFix)), Shared]
public sealed class InaccessibleTypeFix() : RemedyProvider(RuleIds.InaccessibleType)
{
    internal override Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        OpenTypeRemedy.FindAsync(document, diagnostic, cancellationToken);
}
