using System.Collections.Concurrent;
using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>
/// AGT5007: a program for JavaScript hosts starts ASP.NET Core only where it is compiled for other hosts, and serves JavaScript hosts by <c>JavaScriptHost.Serve</c>. The ordinary build says
/// so, before a publish for a JavaScript host fails, and so does that publish, beside the compiler's error, unless a using directive stops the compiler earlier.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JavaScriptHostAnalyzer : DiagnosticAnalyzer
{
    private const string Needs = "needs ASP.NET Core, which JavaScript hosts do not have: call JavaScriptHost.Serve in '#if AGNT5_JAVASCRIPT', and this in its '#else'";
    private const string Lacks = "is left out for JavaScript hosts, and nothing else serves the components there: call JavaScriptHost.Serve in '#if AGNT5_JAVASCRIPT'";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.NoJavaScriptHost];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (KnownSymbols.Of(start.Compilation) is null
            || JavaScriptCode.HostOf(start.Compilation) is null
            || !EndpointPresenceAnalyzer.IsOwnProgram(start.Compilation, start.CancellationToken)
            || TestProject.Is(start.Compilation, start.Options))
            return;

        if (JavaScriptCode.IsCompiled(start.Compilation))
        {
            start.RegisterCompilationEndAction(static end =>
            {
                if (AspNetStarts.FindUnbound(end.Compilation, end.CancellationToken) is { } found)
                    Report(end, found, Needs, DiagnosticSeverity.Error);
            });
            return;
        }

        var host = HostSymbols.Of(start.Compilation);
        var calls = new ConcurrentBag<SyntaxNode>();
        start.RegisterOperationAction(
            operation =>
            {
                if (operation.Operation is IInvocationOperation call && AspNetStarts.Is(call.TargetMethod, host))
                    calls.Add(AspNetStarts.NameIn(call.Syntax));
            },
            OperationKind.Invocation);
        start.RegisterCompilationEndAction(end => ReportFirst(end, calls));
    }

    private static void ReportFirst(CompilationAnalysisContext context, IEnumerable<SyntaxNode> calls)
    {
        var inOrder = calls.OrderBy(static call => call.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static call => call.SpanStart).ToArray();
        if (inOrder.FirstOrDefault(JavaScriptCode.Has) is { } needing)
            Report(context, needing, Needs);
        else if (inOrder.FirstOrDefault() is { } any && !MayServe(context))
            Report(context, any, Lacks);
    }

    // A referenced project may call it, and its code is not visible here.
    private static bool MayServe(CompilationAnalysisContext context) =>
        context.Compilation.SourceModule.ReferencedAssemblySymbols.Any(HostReference.MayServeJavaScript)
        || context.Compilation.SyntaxTrees.Any(tree => JavaScriptCode.Serves(tree, context.CancellationToken));

    // Where the call cannot compile, the rule stands beside the compiler's error, and says what to do about it.
    private static void Report(CompilationAnalysisContext context, SyntaxNode call, string problem, DiagnosticSeverity severity = DiagnosticSeverity.Warning) => context.ReportDiagnostic(
        Diagnostic.Create(Rules.NoJavaScriptHost, call.GetLocation(), severity, additionalLocations: null, properties: null, AspNetStarts.Describe(call), problem));
}
