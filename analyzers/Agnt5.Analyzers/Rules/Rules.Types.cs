using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers;

// 2xxx: types and JSON.
internal static partial class Rules
{
    private const string Types = "Agnt5.Types";

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        RuleIds.UnsupportedType,
        "The type cannot cross the wire",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnsupportedType));

    // Also AGT2001. A descriptor apart, because the rule reports it when all files have been read.
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
        "'{0}' puts a '{1}' on the wire, and only the caller knows '{2}': its JSON metadata cannot be generated here, so {3}",
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

    // Also AGT2008. A descriptor apart, because the rule reports it when all files have been read.
    public static readonly DiagnosticDescriptor UntypedElsewhere = new(
        RuleIds.UntypedObject,
        "An untyped value has no schema",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UntypedObject),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InaccessibleType = new(
        RuleIds.InaccessibleType,
        "The type is not accessible to generated code",
        "'{0}' {1}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.InaccessibleType));

    public static readonly DiagnosticDescriptor SlowPattern = new(
        RuleIds.SlowPattern,
        "A pattern of an input cannot be matched in one pass",
        "'{0}' {1}; write it without, or bound the text",
        Types,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.SlowPattern));

    public static readonly DiagnosticDescriptor UnboundedCollection = new(
        RuleIds.UnboundedCollection,
        "A collection of an input has no upper bound",
        "'{0}' {1}; add [MaxLength]",
        Types,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnboundedCollection));

    public static readonly DiagnosticDescriptor UndeclaredSubtype = new(
        RuleIds.UndeclaredSubtype,
        "A subtype is not declared where its base type crosses the wire",
        "'{0}' derives from '{1}', which crosses the wire and does not declare it, so a '{0}' in its place is refused: {2}",
        Types,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UndeclaredSubtype),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ReflectionConverter = new(
        RuleIds.ReflectionConverter,
        "A converter works by reflection",
        "'{0}' {1}. Native AOT warns of it only when the project is published (IL3050).",
        Types,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.ReflectionConverter));
}
