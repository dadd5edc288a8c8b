using System.Collections.Immutable;
using Agnt5.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>A project as an editor has it, and the code fixes of the package at work in it.</summary>
internal static class CodeFixRun
{
    public static ImmutableArray<CodeFixProvider> Providers { get; } =
    [
        .. typeof(RemedyProvider).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>The fixes that are offered for the first finding of a rule.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync(Document document, string ruleId) =>
        await OfferedAsync(document, (await FindingsAsync(document.Project, ruleId)).First());

    /// <summary>The fixes that are offered for a finding.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync(Document document, Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        var context = new CodeFixContext(document, finding, (action, _) => offered.Add(action), CancellationToken.None);
        await Provider(finding.Id).RegisterCodeFixesAsync(context);
        return offered;
    }

    /// <summary>The fix of all findings of a rule.</summary>
    public static async Task<CodeAction> FixAllAsync(Document document, string ruleId, string equivalenceKey)
    {
        var provider = Provider(ruleId);
        var context = new FixAllContext(document, provider, FixAllScope.Project, equivalenceKey, [ruleId], new Findings(ruleId), CancellationToken.None);
        return Assert.IsAssignableFrom<CodeAction>(await provider.GetFixAllProvider()!.GetFixAsync(context));
    }

    public static async Task<Project> ApplyAsync(CodeAction action, ProjectId project)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(project)!;
    }

    public static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Project project, string ruleId) =>
    [
        .. (await CompilerRun.AnalyzeAsync((CSharpCompilation)(await project.GetCompilationAsync())!, ruleId))
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start),
    ];

    public static Document Open(AdhocWorkspace workspace, string source)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: CompilerRun.OptionsFor(source),
            parseOptions: CompilerRun.ParseOptions,
            metadataReferences: CompilerRun.References));
        return project
            .AddDocument("GlobalUsings.cs", CompilerRun.GlobalUsings()).Project
            .AddDocument("Components.cs", source);
    }

    private static CodeFixProvider Provider(string ruleId) => Providers.Single(provider => provider.FixableDiagnosticIds.Contains(ruleId));

    private sealed class Findings(string ruleId) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await FindingsAsync(project, ruleId);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
