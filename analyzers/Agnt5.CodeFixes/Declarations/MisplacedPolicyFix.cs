using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1013: removes the trigger or policy that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisplacedPolicyFix)), Shared]
public sealed class MisplacedPolicyFix() : RemedyProvider(RuleIds.PolicyWithoutComponent)
{
    internal override Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        RemoveAttributeRemedy.FindAsync(document, diagnostic, cancellationToken);
}
