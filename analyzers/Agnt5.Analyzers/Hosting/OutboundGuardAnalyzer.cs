using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>AGT5005: private networks are open to invokes only in development, or only the hosts that the code names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutboundGuardAnalyzer() : OptionRuleAnalyzer(Rules.GuardSwitchedOff)
{
    private protected override bool IsNamed(string property) => property == "AllowPrivateNetworks";

    private protected override INamedTypeSymbol? OptionsOf(HostSymbols host) => host.GuardOptions;

    private protected override IEnumerable<IOperation> Find(IOperation value, IPropertyReferenceOperation option, OperationAnalysisContext context) =>
        NamesHosts(Root(value), option.Property.ContainingType) ? [] : DevelopmentCheck.FindMissing(value, context.CancellationToken);

    // With hosts named, the guard lets these through and no others. Where the program names them is not important.
    private static bool NamesHosts(IOperation body, INamedTypeSymbol guard) => body.Descendants().Counted(WorkKind.Operation).Any(operation =>
        operation is IPropertyReferenceOperation { Property: { Name: "AllowedHosts" } hosts } && HostSymbols.IsIn(hosts, guard));

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
