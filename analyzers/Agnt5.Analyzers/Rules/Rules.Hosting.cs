using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers;

// 5xxx: hosting and security.
internal static partial class Rules
{
    private const string Hosting = "Agnt5.Hosting";

    public static readonly DiagnosticDescriptor LiteralSecret = new(
        RuleIds.LiteralSecret,
        "The signing secret is a literal in source",
        "The signing secret is text in the source, so everybody who can read the code can sign invokes: read it from configuration or from AGNT5_SERVERLESS_SIGNING_SECRET",
        Hosting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.LiteralSecret));

    public static readonly DiagnosticDescriptor UnsignedOutsideDevelopment = new(
        RuleIds.UnsignedOutsideDevelopment,
        "Unsigned invokes are accepted outside development",
        "AllowUnsigned lets anyone who reaches the endpoint invoke it while no secret is configured: set it to IsDevelopment() of the environment, or leave it out",
        Hosting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.UnsignedOutsideDevelopment));

    public static readonly DiagnosticDescriptor EndpointNotMapped = new(
        RuleIds.EndpointNotMapped,
        "Components exist and no endpoint serves them",
        "'{0}' is never served, because this program {1}: {2}",
        Hosting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.EndpointNotMapped),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor BodyReadBeforeEndpoint = new(
        RuleIds.BodyReadBeforeEndpoint,
        "A middleware reads or rewrites the body before the endpoint",
        "'{0}' {1} of every request before the endpoint does, so the signature over its bytes cannot be checked: exclude the endpoint's paths, or buffer the body and rewind it",
        Hosting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.BodyReadBeforeEndpoint));

    public static readonly DiagnosticDescriptor GuardSwitchedOff = new(
        RuleIds.GuardSwitchedOff,
        "The outbound guard is switched off outside development",
        "AllowPrivateNetworks lets an invoke make this process reach any host in its network: also name the hosts of the object store in AllowedHosts, or allow it in development only",
        Hosting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.GuardSwitchedOff));

    public static readonly DiagnosticDescriptor OptionOutOfRange = new(
        RuleIds.OptionOutOfRange,
        "An endpoint does not start with the value of an option",
        "{0} is set to {1}, and an endpoint does not start with that: give {2}",
        Hosting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.OptionOutOfRange));

    public static readonly DiagnosticDescriptor NoJavaScriptHost = new(
        RuleIds.NoJavaScriptHost,
        "A program for JavaScript hosts starts ASP.NET Core",
        "'{0}' {1}",
        Hosting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.NoJavaScriptHost),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NotInWasm = new(
        RuleIds.NotInWasm,
        "An API does not work in WebAssembly",
        "'{0}' {1}",
        Hosting,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(RuleIds.NotInWasm));
}
