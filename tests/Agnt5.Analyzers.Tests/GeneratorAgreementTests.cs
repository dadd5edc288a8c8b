using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>
/// The generator leaves out what the analyzers reject and emits what they pass, and what it emits compiles. Otherwise a component would be missing
/// without a word, or a compiler error in generated code would hide the real message.
/// </summary>
public sealed class GeneratorAgreementTests
{
    private const int Files = 8;
    private const int DeclarationsPerFile = 75;

    public static TheoryData<string> Samples => [.. RuleCatalog.Ids, RuleCatalog.Accepted];

    [Theory]
    [InlineData("AGT2006")]
    [InlineData("AGT2008")]
    public async Task A_warning_about_a_type_keeps_no_component_out_of_the_catalog(string sample)
    {
        var compilation = CompilerRun.Compile(MarkedSource.Parse(RuleCatalog.Sample(sample)).Text);
        var warned = Agreement.Declared(compilation)
            .Where(component => component.Syntax.ReturnType.ToString() is not ("Task" or "void"))
            .Where(component => !component.Syntax.ParameterList.ToString().Contains("IMessage", StringComparison.Ordinal));

        Assert.NotEmpty(warned);
        Assert.Subset((await Agreement.OfAsync(compilation)).Emitted.ToHashSet(), warned.Select(component => component.Identity).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_catalog_holds_exactly_the_components_that_no_rule_rejects(string sample)
    {
        var agreement = await Agreement.OfAsync(CompilerRun.Compile(MarkedSource.Parse(RuleCatalog.Sample(sample)).Text));

        Assert.Empty(agreement.Trouble);
        Assert.Equal(agreement.Passed, agreement.Emitted);
    }

    [Fact]
    public async Task No_declaration_divides_generator_and_analyzers_however_odd_it_is()
    {
        var passed = 0;
        var met = new HashSet<string>();
        for (var seed = 0; seed < Files; seed++)
        {
            var agreement = await Agreement.OfAsync(CompilerRun.Compile(new RandomDeclarations(seed).NextFile(DeclarationsPerFile)));

            Assert.Empty(agreement.Trouble);
            Assert.Equal(agreement.Passed, agreement.Emitted);
            passed += agreement.Passed.Count;
            met.UnionWith(agreement.Findings.Select(finding => finding.Id));
        }

        // Both sides of the line were met, by every rule that draws it.
        Assert.InRange(passed, Files * DeclarationsPerFile / 5, Files * DeclarationsPerFile * 4 / 5);
        Assert.Empty(RuleCatalog.Descriptors.Where(IsAboutDeclarations).Select(rule => rule.Id).Except(met));
    }

    private static bool IsAboutDeclarations(DiagnosticDescriptor rule) =>
        rule is { DefaultSeverity: DiagnosticSeverity.Error, Category: "Agnt5.Declarations" or "Agnt5.Types" or "Agnt5.FlowControl" }
        && rule.Id is not (Shared.RuleIds.OpenDurableType or Shared.RuleIds.IndistinctTools);
}
