using System.Globalization;
using Agnt5.Generated;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The results of analyzers and generator for the same source.</summary>
/// <param name="Passed">The components that no rule rejects.</param>
/// <param name="Emitted">The components that are in the catalog.</param>
/// <param name="Trouble">What the compiler says of generated code. Warnings too: it must compile where they are errors.</param>
/// <param name="Findings">What the analyzers report.</param>
internal sealed record Agreement(IReadOnlyList<string> Passed, IReadOnlyList<string> Emitted, IReadOnlyList<Diagnostic> Trouble, IReadOnlyList<Diagnostic> Findings)
{
    public static async Task<Agreement> OfAsync(CSharpCompilation compilation)
    {
        var findings = await CompilerRun.AnalyzeAsync(compilation);
        var known = KnownSymbols.Of(compilation)!;
        var generated = CompilerRun.Generate(compilation);
        var passed = Declared(compilation).Where(component => !findings.Any(finding => component.IsRejectedBy(finding) || component.HasFrom(finding, known)));
        return new(
            [.. passed.Select(component => component.Identity).Order(StringComparer.Ordinal)],
            [.. EmittedIn(generated).Order(StringComparer.Ordinal)],
            [.. generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .ExceptBy(compilation.GetDiagnostics().Select(diagnostic => diagnostic.ToString()), diagnostic => diagnostic.ToString())],
            findings);
    }

    public static IEnumerable<DeclaredComponent> Declared(CSharpCompilation compilation)
    {
        var known = KnownSymbols.Of(compilation)!;
        foreach (var tree in compilation.SyntaxTrees)
            foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax) is { } method && ComponentMark.IsComponent(method, known))
                    foreach (var mark in ComponentMark.Of(method, known))
                        yield return new($"{mark.Kind} {mark.NameOf(method)}", method, syntax);
    }

    /// <summary>The components that are in the catalog of generated code.</summary>
    public static IEnumerable<string> EmittedIn(Compilation generated) =>
        from mark in generated.Assembly.GetAttributes()
        where mark.AttributeClass?.Name == nameof(Agnt5CatalogAttribute)
        from component in ((INamedTypeSymbol)mark.ConstructorArguments[0].Value!).GetAttributes()
        where component.AttributeClass?.Name == nameof(CatalogComponentAttribute)
        select $"{(ComponentType)component.ConstructorArguments[0].Value!} {component.ConstructorArguments[1].Value}";
}

/// <summary>A component as the source declares it.</summary>
internal sealed record DeclaredComponent(string Identity, IMethodSymbol Method, MethodDeclarationSyntax Syntax)
{
    /// <summary>Whether a finding stands in the declaration, apart from its body, or names the component from elsewhere.</summary>
    public bool IsRejectedBy(Diagnostic finding)
    {
        // An agent with unknown or indistinct tools stays in the catalog: only the endpoint knows all tools.
        if (finding.Severity != DiagnosticSeverity.Error || finding.Id is RuleIds.UnknownTool or RuleIds.IndistinctTools)
            return false;
        var span = finding.Location.SourceSpan;
        if (Syntax.Span.Contains(span))
            return Syntax.Body?.Span.Contains(span) is not true && Syntax.ExpressionBody?.Span.Contains(span) is not true;
        return finding.Location.SourceTree!.GetRoot().FindNode(span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is null
            && finding.GetMessage(CultureInfo.InvariantCulture).StartsWith($"'{ShapeText.Of(Method)}' ", StringComparison.Ordinal);
    }

    /// <summary>Whether a finding stands in a policy that the component has from an attribute class or the assembly.</summary>
    public bool HasFrom(Diagnostic finding, KnownSymbols known) =>
        finding.Severity == DiagnosticSeverity.Error
        && PolicyMark.Of(Method, known).Any(mark => mark.IsToldElsewhere && mark.Blamed.ApplicationSyntaxReference!.Span.Contains(finding.Location.SourceSpan));
}
