using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1014: adds an optional token parameter. The user passes the token on, because not every call can be abandoned halfway.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LongWorkFix)), Shared]
public sealed class LongWorkFix() : RemedyProvider(RuleIds.NoCancellationToken)
{
    private const string Name = "cancellationToken";

    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { Known.CancellationToken: { } token } found
            || !CanTakeMore(found)
            || !await Callers.OnlyCallAsync(found.Symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false))
            return null;
        var isInScope = TypeSyntax.IsInScope(token, found.Model, found.Syntax.SpanStart);
        return new("Take a CancellationToken", "Take a CancellationToken", [new AddToken(document.Id, found.Syntax.Span, token, isInScope, Name)]);
    }

    // An asynchronous iterator would need [EnumeratorCancellation], and with overloads a call could bind to another method.
    private static bool CanTakeMore(DeclaredMethod found) =>
        Callers.MayChange(found.Symbol)
        && !found.Symbol.Parameters.Any(static parameter => parameter.IsParams)
        && ReturnShape.Of(found.Symbol, found.Known).StreamedItem is null
        && found.Symbol.ContainingType.GetMembers(found.Symbol.Name).Length == 1
        && !found.Syntax.DescendantTokens().Any(static used => used.IsKind(SyntaxKind.IdentifierToken) && used.ValueText == Name);
}
