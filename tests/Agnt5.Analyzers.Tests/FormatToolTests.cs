using Agnt5.Analyzers.Tests.Verification;
using Agnt5.Analyzers.Tests.WorkflowFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Analyzers.Tests;

/// <summary>
/// Fixes as <c>dotnet format</c> applies them. It runs the analyzer of a rule, offers the fix the first finding of that analyzer, which may be of another rule, and asks for Fix All with the
/// equivalence key that this gave, or with none.
/// </summary>
public sealed class FormatToolTests
{
    [Fact]
    public async Task Every_rule_that_one_analyzer_reports_is_fixed_whichever_finding_comes_first() => Assert.Equal(
        WorkflowSource.Run(
            """
            var now = ctx.UtcNow;
            var id = ctx.NewGuid();
            var other = ctx.NewGuid();
            await ctx.StepAsync("a", () => 1);
            """),
        await FormatAsync(
            WorkflowSource.Run(
                """
                var now = DateTimeOffset.UtcNow;
                var id = Guid.NewGuid();
                var other = Guid.NewGuid();
                await ctx.StepAsync("a", () => 1).ConfigureAwait(false);
                """),
            "AGT4001",
            "AGT4002",
            "AGT4013"));

    [Fact]
    public async Task A_first_finding_without_a_fix_does_not_keep_the_others_from_theirs() => Assert.Equal(
        WorkflowSource.Run(
            """
            var secret = System.Security.Cryptography.RandomNumberGenerator.GetInt32(6);
            var id = ctx.NewGuid();
            """),
        await FormatAsync(
            WorkflowSource.Run(
                """
                var secret = System.Security.Cryptography.RandomNumberGenerator.GetInt32(6);
                var id = Guid.NewGuid();
                """),
            "AGT4002"));

    private static async Task<string> FormatAsync(string source, params string[] rules)
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeFixRun.Open(workspace, source);
        foreach (var rule in rules)
        {
            var provider = CodeFixRun.Providers.Single(provider => provider.FixableDiagnosticIds.Contains(rule));
            var findings = await FindingsAsync(document.Project, rules);
            CodeAction? offered = null;
            await provider.RegisterCodeFixesAsync(new(document, findings[0], (action, _) => offered ??= action, CancellationToken.None));
            var context = new FixAllContext(document, provider, FixAllScope.Solution, offered?.EquivalenceKey, [rule], new Findings(findings), CancellationToken.None);
            var action = Assert.IsAssignableFrom<CodeAction>(await provider.GetFixAllProvider()!.GetFixAsync(context));
            document = (await CodeFixRun.ApplyAsync(action, document.Project.Id)).GetDocument(document.Id)!;
        }

        return (await document.GetTextAsync()).ToString();
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Project project, string[] rules) =>
    [
        .. (await CompilerRun.AnalyzeAsync((CSharpCompilation)(await project.GetCompilationAsync())!))
            .Where(finding => rules.Contains(finding.Id))
            .OrderBy(finding => finding.Location.SourceSpan.Start),
    ];

    private sealed class Findings(IReadOnlyList<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(project, cancellationToken);
    }
}
