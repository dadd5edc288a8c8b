using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>AGT5002: unsigned invokes are allowed in development only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsignedAnalyzer() : OptionRuleAnalyzer(Rules.UnsignedOutsideDevelopment)
{
    private protected override bool IsOption(IPropertySymbol property, HostSymbols host) =>
        property.Name == "AllowUnsigned" && HostSymbols.IsIn(property, host.Options);

    private protected override IEnumerable<IOperation> Find(IOperation value, IPropertyReferenceOperation option, OperationAnalysisContext context) =>
        DevelopmentCheck.FindMissing(value, context.CancellationToken);
}
