using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>AGT5002: unsigned invokes are allowed in development only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsignedAnalyzer() : OptionRuleAnalyzer(Rules.UnsignedOutsideDevelopment)
{
    private protected override bool IsNamed(string property) => property == "AllowUnsigned";

    private protected override INamedTypeSymbol? OptionsOf(HostSymbols host) => host.Options;

    private protected override IEnumerable<IOperation> Find(IOperation value, IPropertyReferenceOperation option, OperationAnalysisContext context) =>
        DevelopmentCheck.FindMissing(value, context.CancellationToken);
}
