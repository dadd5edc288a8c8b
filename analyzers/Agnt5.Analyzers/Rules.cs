using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers;

/// <summary>The descriptors of all rules. A rule's page stands where its help link points: <c>docs/rules/{id}.md</c>.</summary>
internal static class Rules
{
    private const string HelpLinkFormat = "https://github.com/agnt5/sdk-csharp/blob/main/docs/rules/{0}.md";

    private const string Declarations = "Agnt5.Declarations";
    private const string Types = "Agnt5.Types";
    private const string FlowControl = "Agnt5.FlowControl";

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
        "'{0}' has a {1} name that {2}: components are found by their exact name; correct it, or leave it out to get '{3}'",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InvalidName));

    public static readonly DiagnosticDescriptor DuplicateName = new(
        RuleIds.DuplicateName,
        "Two components of one type share a name",
        "{0} is a second {1} named '{2}' beside {3}: components are found by type and name, so rename one of them",
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
        "A component takes at most one context, of its own type",
        "'{0}' {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnfitContext));

    public static readonly DiagnosticDescriptor SeveralComponentAttributes = new(
        RuleIds.SeveralComponentAttributes,
        "A method is one component",
        "'{0}' is marked as a {1} and as a {2}: a method is one component, so keep one attribute and write a second method for the other",
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

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        RuleIds.UnsupportedType,
        "The type cannot cross the wire",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnsupportedType));

    // AGT2001 too, and apart from it, since it is told when all files have been read.
    public static readonly DiagnosticDescriptor MixedTupleNames = new(
        RuleIds.UnsupportedType,
        "The type cannot cross the wire",
        "'{0}' has elements named '{1}', and '{2}' has the same tuple with elements named '{3}': at run time they are one type with one set of names, so declare a record",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnsupportedType),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ConverterOutOfReach = new(
        RuleIds.ConverterOutOfReach,
        "The type's converter or context is out of reach",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ConverterOutOfReach));

    public static readonly DiagnosticDescriptor DuplicateJsonName = new(
        RuleIds.DuplicateJsonName,
        "Two members have one JSON name",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.DuplicateJsonName));

    public static readonly DiagnosticDescriptor NotReadable = new(
        RuleIds.NotReadable,
        "The type cannot be read back from JSON",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.NotReadable));

    public static readonly DiagnosticDescriptor OpenDurableType = new(
        RuleIds.OpenDurableType,
        "The type argument of a durable call is open",
        "'{0}' puts a '{1}' on the wire, and '{2}' is known only to the caller: its JSON metadata cannot be generated here, so pass a JsonTypeInfo<{1}>",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.OpenDurableType));

    public static readonly DiagnosticDescriptor LosesDerivedData = new(
        RuleIds.LosesDerivedData,
        "An abstract type or interface loses the data of derived types",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.LosesDerivedData));

    public static readonly DiagnosticDescriptor InvalidDictionaryKey = new(
        RuleIds.InvalidDictionaryKey,
        "JSON cannot hold the dictionary's key type",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InvalidDictionaryKey));

    public static readonly DiagnosticDescriptor UntypedObject = new(
        RuleIds.UntypedObject,
        "An untyped value has no schema",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UntypedObject));

    public static readonly DiagnosticDescriptor InaccessibleType = new(
        RuleIds.InaccessibleType,
        "The type is not accessible to generated code",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InaccessibleType));

    public static readonly DiagnosticDescriptor ValueOutOfRange = new(
        RuleIds.ValueOutOfRange,
        "A value is out of range",
        "'{0}' {1}",
        FlowControl,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ValueOutOfRange));

    private static string HelpLink(string id) => string.Format(System.Globalization.CultureInfo.InvariantCulture, HelpLinkFormat, id);
}
