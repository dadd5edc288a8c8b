using Agnt5.Analyzers.Durability;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>
/// AGT5008: code that runs in WebAssembly uses nothing that throws or never ends there. Attributes of the framework say most of it; <see cref="WasmApis"/> has the rest. Waits for tasks are
/// found where AGT4014 looks for them. In projects that never run there, the analyzer looks at nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WasmApiAnalyzer() : RuleAnalyzer(Rules.NotInWasm)
{
    private const string Unsupported = "is not supported in WebAssembly, as its declaration says: do without it there, or call it only if OperatingSystem.IsBrowser() is false";

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols known)
    {
        var project = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!TargetHosts.IncludeWasm(start.Compilation, project))
            return;
        // CA1416 reads the attributes where the project lists the platform.
        var marks = TargetHosts.AreCheckedForBrowsers(project) ? null : new PlatformMarks();
        start.RegisterOperationAction(
            operation => Inspect(operation, marks),
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.PropertyReference,
            OperationKind.EventReference,
            OperationKind.MethodReference);
    }

    private static void Inspect(OperationAnalysisContext context, PlatformMarks? marks)
    {
        var use = context.Operation;
        if (MemberOf(use) is not { } member || FindProblem(member, use, marks) is not { } problem || !WasmCode.Has(use.Syntax, context.ContainingSymbol, use.SemanticModel, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.NotInWasm, OperationLocation.Of(use), SymbolText.Of(member), problem));
    }

    private static string? FindProblem(ISymbol member, IOperation use, PlatformMarks? marks) =>
        WasmApis.Find(member, use) is { } api ? api.Problem
        : marks is not null && !IsToldElsewhere(member) && WasmApis.Waits(use) && marks.Refuses(Accessed(member, use)) ? Unsupported
        : null;

    // Waits for tasks have a finding of their own, and the handler is one where it is made.
    private static bool IsToldElsewhere(ISymbol member) =>
        SymbolText.Is(member.ContainingType, "System.Threading.Tasks", "Task") || SymbolText.Is(member.ContainingType, "System.Net.Http", "HttpClientHandler");

    private static ISymbol? MemberOf(IOperation use) => use switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IEventReferenceOperation reference => reference.Event,
        IMethodReferenceOperation reference => reference.Method,
        IPropertyReferenceOperation { Parent: not INameOfOperation } reference => reference.Property,
        _ => null,
    };

    // One accessor may be marked alone.
    private static ISymbol Accessed(ISymbol member, IOperation use) =>
        member is IPropertySymbol property ? (Assignments.Of(use).IsWritten ? property.SetMethod : property.GetMethod) ?? member : member;
}
