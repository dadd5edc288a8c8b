using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1007: keeps the first component attribute of a method and removes the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeveralAttributesFix)), Shared]
public sealed class SeveralAttributesFix() : RemedyProvider(RuleIds.SeveralComponentAttributes)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } found && FitsFirst(found.Symbol, found.Known)
            ? await RemoveAttributeRemedy.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
            : null;

    // A method that takes the context of another attribute was meant to have that attribute.
    private static bool FitsFirst(IMethodSymbol method, KnownSymbols known)
    {
        var kept = ComponentMark.Of(method, known).First().Kind;
        return method.Parameters
            .Where(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.Context)
            .All(context => ContextRule.Fits(context.Type, kept, known));
    }
}
