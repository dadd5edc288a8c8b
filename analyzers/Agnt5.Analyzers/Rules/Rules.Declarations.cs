using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers;

// 1xxx: declarations.
internal static partial class Rules
{
    private const string Declarations = "Agnt5.Declarations";

    public static readonly DiagnosticDescriptor Inaccessible = new(
        RuleIds.Inaccessible,
        "A component must be accessible to generated code",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.Inaccessible));

    public static readonly DiagnosticDescriptor InvalidName = new(
        RuleIds.InvalidName,
        "A component's name must be clean text",
        "'{0}' has {1} name that {2}: AGNT5 finds components by their exact name; correct it, or leave it out to get '{3}'",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InvalidName));

    public static readonly DiagnosticDescriptor DuplicateName = new(
        RuleIds.DuplicateName,
        "Two components of one type share a name",
        "{0} is a second {1} named '{2}', after {3}: AGNT5 finds components by type and name, so rename one of them",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.DuplicateName),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnsupportedShape = new(
        RuleIds.UnsupportedShape,
        "The shape of the component is not supported",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnsupportedShape));

    public static readonly DiagnosticDescriptor InvalidReturnType = new(
        RuleIds.InvalidReturnType,
        "The return type cannot be a component's result",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InvalidReturnType));

    public static readonly DiagnosticDescriptor UnfitContext = new(
        RuleIds.UnfitContext,
        "A component takes at most one context, and it must fit the component",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnfitContext));

    public static readonly DiagnosticDescriptor SeveralComponentAttributes = new(
        RuleIds.SeveralComponentAttributes,
        "A method has several component attributes",
        "'{0}' is marked as {1} and as {2}: a method is one component, so keep one attribute and write a second method for the other",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.SeveralComponentAttributes));

    public static readonly DiagnosticDescriptor NotConstructible = new(
        RuleIds.NotConstructible,
        "The class of an instance component must be constructible",
        "'{0}' needs an instance of '{1}', which {2}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.NotConstructible));

    public static readonly DiagnosticDescriptor UnfitAgent = new(
        RuleIds.UnfitAgent,
        "An agent lacks what it needs to run",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnfitAgent));

    public static readonly DiagnosticDescriptor ToolWithoutDescription = new(
        RuleIds.ToolWithoutDescription,
        "A tool has no description",
        "'{0}' is a tool without a description, and a model chooses tools by their descriptions: write a <summary> that says what it does and when to use it",
        Declarations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ToolWithoutDescription));

    // The same rule, reported when all agents are known.
    public static readonly DiagnosticDescriptor AgentWithoutDescription = new(
        RuleIds.ToolWithoutDescription,
        "A tool has no description",
        "'{0}' is an agent that another agent calls or hands over to, and has no description for the model to choose it by: write a <summary> that says what it does and when to use it",
        Declarations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ToolWithoutDescription),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ToolParameterWithoutDescription = new(
        RuleIds.ToolParameterWithoutDescription,
        "A tool's parameter has no description",
        "'{0}' takes '{1}' without a description, and a model knows nothing else of it: write a <param> that says what it is and what it looks like",
        Declarations,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ToolParameterWithoutDescription));

    public static readonly DiagnosticDescriptor UnknownTool = new(
        RuleIds.UnknownTool,
        "An agent names a tool or agent that does not exist",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnknownTool),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor PolicyWithoutComponent = new(
        RuleIds.PolicyWithoutComponent,
        "A trigger or policy has no effect",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.PolicyWithoutComponent));

    public static readonly DiagnosticDescriptor NoCancellationToken = new(
        RuleIds.NoCancellationToken,
        "A component that does long work takes no CancellationToken",
        "'{0}' awaits work and takes no CancellationToken, so it continues when nobody waits for it any more: take a token and pass it on",
        Declarations,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.NoCancellationToken));

    public static readonly DiagnosticDescriptor IndistinctTools = new(
        RuleIds.IndistinctTools,
        "A model cannot tell two tools of an agent apart",
        "'{0}' has the tools {1} and {2}, and its model would know both as {3}: rename one of them",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.IndistinctTools));

    public static readonly DiagnosticDescriptor UnmarkedService = new(
        RuleIds.UnmarkedService,
        "A service is taken from the input",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnmarkedService));
}
