using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Hosting;

/// <summary>The code of a project that runs in WebAssembly.</summary>
internal static class WasmCode
{
    /// <summary>Whether code runs there: <c>#if</c> leaves it in for JavaScript hosts, no attribute says that it is for other platforms, and no condition keeps it to them.</summary>
    /// <param name="owner">The member that the code is in.</param>
    /// <param name="model">The model that knows the variables in conditions, or <see langword="null"/> to look at their names alone.</param>
    public static bool Has(SyntaxNode code, ISymbol? owner, SemanticModel? model, CancellationToken cancellationToken) =>
        JavaScriptCode.Has(code) && !PlatformMarks.IsForOthers(owner) && !new BrowserCheck(model, cancellationToken).IsAround(code);
}
