using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>
/// AGT5004: no middleware consumes the body before the endpoint checks the signature over its raw bytes. The analyzer looks at the middleware that the method with the mapping
/// adds to the same app. An app runs its endpoints last, so the order in the source does not matter.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyMiddlewareAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.BodyReadBeforeEndpoint];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (SdkUse.Find(start.Compilation, start.Options) is not null)
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "MapAgnt5"
            || HostSymbols.Of(context.Compilation) is not { HttpRequest: { } request } host
            || !HostSymbols.IsIn(call.TargetMethod, host.Mapping)
            || Pipeline.Of(call) is not { } app)
            return;
        foreach (var middleware in app.Middleware())
            if (Find(middleware, request) is var (operation, text))
                context.ReportDiagnostic(Diagnostic.Create(Rules.BodyReadBeforeEndpoint, operation.Syntax.GetLocation(), middleware.TargetMethod.Name, text));
    }

    private static (IOperation Operation, string Text)? Find(IInvocationOperation middleware, INamedTypeSymbol request) => middleware.TargetMethod.Name switch
    {
        "UseRequestDecompression" => (middleware, "rewrites the body"),
        "Use" => middleware.Arguments
            .SelectMany(static argument => argument.Descendants().Counted(WorkKind.Operation))
            .OfType<IAnonymousFunctionOperation>()
            .Select(body => new MiddlewareBody(body.Body, request).Find())
            .FirstOrDefault(static found => found is not null),
        _ => null,
    };
}
