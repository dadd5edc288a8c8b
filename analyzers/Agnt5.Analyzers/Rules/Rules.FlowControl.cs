using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers;

// 3xxx: triggers and flow control.
internal static partial class Rules
{
    private const string FlowControl = "Agnt5.FlowControl";

    public static readonly DiagnosticDescriptor BatchDeclared = new(
        RuleIds.BatchDeclared,
        "Batch declarations are not supported on serverless endpoints during the beta",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.BatchDeclared));

    public static readonly DiagnosticDescriptor ValueOutOfRange = new(
        RuleIds.ValueOutOfRange,
        "A value is out of range",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ValueOutOfRange));

    public static readonly DiagnosticDescriptor KeyTwice = new(
        RuleIds.KeyTwice,
        "A policy has two keys",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.KeyTwice));

    public static readonly DiagnosticDescriptor UnresolvedKeyExpression = new(
        RuleIds.UnresolvedKeyExpression,
        "A key expression must resolve against the input",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnresolvedKeyExpression));

    public static readonly DiagnosticDescriptor PriorityExpression = new(
        RuleIds.PriorityExpression,
        "A priority must be static",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.PriorityExpression));

    public static readonly DiagnosticDescriptor SingletonMode = new(
        RuleIds.SingletonMode,
        "A singleton's runs must queue",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.SingletonMode));

    public static readonly DiagnosticDescriptor InvalidCron = new(
        RuleIds.InvalidCron,
        "The schedule is not valid",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InvalidCron));

    public static readonly DiagnosticDescriptor InvalidTrigger = new(
        RuleIds.InvalidTrigger,
        "A trigger's name, source or id is not valid",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InvalidTrigger));

    public static readonly DiagnosticDescriptor Contradiction = new(
        RuleIds.Contradiction,
        "Policies contradict each other",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Contradiction));

    public static readonly DiagnosticDescriptor SkippedTrigger = new(
        RuleIds.SkippedTrigger,
        "AGNT5 skips the trigger",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.SkippedTrigger));

    public static readonly DiagnosticDescriptor UnboundSchedule = new(
        RuleIds.UnboundSchedule,
        "A schedule sends no input",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnboundSchedule));

    public static readonly DiagnosticDescriptor KeyOfDirectRunsAlone = new(
        RuleIds.KeyOfDirectRunsAlone,
        "A key expression finds nothing in triggered runs",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.KeyOfDirectRunsAlone));
}
