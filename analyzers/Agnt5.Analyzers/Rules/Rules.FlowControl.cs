using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers;

// 3xxx: triggers and flow control.
internal static partial class Rules
{
    private const string FlowControl = "Agnt5.FlowControl";

    public static readonly DiagnosticDescriptor ValueOutOfRange = new(
        RuleIds.ValueOutOfRange,
        "A value is out of range",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ValueOutOfRange));
}
