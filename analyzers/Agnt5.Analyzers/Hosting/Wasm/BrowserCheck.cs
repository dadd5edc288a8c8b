using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Hosting;

/// <summary>
/// Whether code runs only outside of WebAssembly: behind a condition about it (<c>OperatingSystem.IsBrowser()</c>, a name or text with "browser" in it, a check for another platform,
/// a member that an attribute makes such a condition), or after an early exit on its opposite.
/// </summary>
internal sealed class BrowserCheck(SemanticModel? model, CancellationToken cancellationToken) : ConditionCheck(model, cancellationToken)
{
    private static readonly HashSet<string> OtherPlatforms = new(StringComparer.Ordinal)
    {
        "IsAndroid", "IsFreeBSD", "IsIOS", "IsLinux", "IsMacCatalyst", "IsMacOS", "IsOSPlatform", "IsTvOS", "IsWindows", "IsWindowsVersionAtLeast",
    };

    // A check for a browser means the opposite.
    protected override bool? Meaning(ExpressionSyntax expression)
    {
        if (SymbolOf(expression) is { } named && PlatformMarks.Guards(named) is { } guarded)
            return guarded;
        bool? meant = null;
        foreach (var token in expression.DescendantTokens().Counted(WorkKind.SyntaxNode))
            if (token.ValueText.IndexOf("browser", StringComparison.OrdinalIgnoreCase) >= 0)
                return false;
            else if (OtherPlatforms.Contains(token.ValueText))
                meant = true;
        return meant;
    }
}
