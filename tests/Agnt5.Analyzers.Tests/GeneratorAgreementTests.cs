extern alias generators;

using System.Globalization;
using Agnt5.Analyzers.Tests.Verification;
using Agnt5.Components;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Generator = generators::Agnt5.Generators.ComponentGenerator;

namespace Agnt5.Analyzers.Tests;

/// <summary>
/// The generator leaves out what the analyzers reject and emits what they pass, and what it emits compiles. Otherwise a component would be missing
/// without a word, or a compiler error in generated code would hide the real message.
/// </summary>
public sealed class GeneratorAgreementTests
{
    public static TheoryData<string> Samples => [.. RuleCatalog.Ids, RuleCatalog.Accepted];

    [Theory]
    [InlineData("AGT2006")]
    [InlineData("AGT2008")]
    public async Task A_warning_about_a_type_keeps_no_component_out_of_the_catalog(string sample)
    {
        var compilation = CompilerRun.Compile(MarkedSource.Parse(RuleCatalog.Sample(sample)).Text);
        var warned = Declared(compilation)
            .Where(component => component.Syntax.ReturnType.ToString() is not ("Task" or "void"))
            .Where(component => !component.Syntax.ParameterList.ToString().Contains("IMessage", StringComparison.Ordinal));

        Assert.NotEmpty(warned);
        Assert.Subset(Emitted(Generate(compilation)).ToHashSet(), warned.Select(component => component.Identity).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_catalog_holds_exactly_the_components_that_no_rule_rejects(string sample)
    {
        var compilation = CompilerRun.Compile(MarkedSource.Parse(RuleCatalog.Sample(sample)).Text);
        var findings = await CompilerRun.AnalyzeAsync(compilation);
        var known = KnownSymbols.Of(compilation)!;
        var passed = Declared(compilation).Where(component => !findings.Any(finding => component.IsRejectedBy(finding) || component.HasFrom(finding, known))).Select(component => component.Identity);

        var generated = Generate(compilation);

        Assert.Empty(generated.GetDiagnostics().Where(IsTrouble).Except(compilation.GetDiagnostics()));
        Assert.Equal(passed.Order(StringComparer.Ordinal), Emitted(generated).Order(StringComparer.Ordinal));
    }

    // Warnings too: generated code must compile where they are errors.
    private static bool IsTrouble(Diagnostic diagnostic) => diagnostic.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning;

    private static Compilation Generate(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create([new Generator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        Assert.Empty(diagnostics);
        return generated;
    }

    private static IEnumerable<string> Emitted(Compilation generated) =>
        from mark in generated.Assembly.GetAttributes()
        where mark.AttributeClass?.Name == nameof(Agnt5CatalogAttribute)
        from component in ((INamedTypeSymbol)mark.ConstructorArguments[0].Value!).GetAttributes()
        where component.AttributeClass?.Name == nameof(CatalogComponentAttribute)
        select $"{(ComponentType)component.ConstructorArguments[0].Value!} {component.ConstructorArguments[1].Value}";

    private static IEnumerable<DeclaredComponent> Declared(CSharpCompilation compilation)
    {
        var known = KnownSymbols.Of(compilation)!;
        foreach (var tree in compilation.SyntaxTrees)
            foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax) is { } method && ComponentMark.IsComponent(method, known))
                    foreach (var mark in ComponentMark.Of(method, known))
                        yield return new($"{mark.Kind} {mark.NameOf(method)}", method, syntax);
    }

    private sealed record DeclaredComponent(string Identity, IMethodSymbol Method, MethodDeclarationSyntax Syntax)
    {
        /// <summary>Whether a finding stands in the declaration, apart from its body, or names the component from elsewhere.</summary>
        public bool IsRejectedBy(Diagnostic finding)
        {
            if (finding.Severity != DiagnosticSeverity.Error)
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
}
