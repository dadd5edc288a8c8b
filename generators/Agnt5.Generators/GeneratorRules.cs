using System.Globalization;
using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators;

/// <summary>
/// What the generator reports itself, because no analyzer may be there to do it. No setting of a project changes these rules: with them silent, a build would succeed without the
/// components.
/// </summary>
internal static class GeneratorRules
{
    /// <summary>How many names a message has at most.</summary>
    public const int MaxNames = 20;

    private const string HelpLinkFormat = "https://github.com/agnt5/sdk-csharp/blob/main/docs/rules/{0}.md";

    public static readonly DiagnosticDescriptor LeftOut = new(
        RuleIds.LeftOut,
        "Components are left out and no analyzer reports it",
        "{0} left out of the generated code, and this project's settings keep the analyzers from saying why: {1}; correct what the pages of these rules describe, "
            + "or remove the attribute",
        RuleIds.CategoryOf(RuleIds.LeftOut),
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: string.Format(CultureInfo.InvariantCulture, HelpLinkFormat, RuleIds.LeftOut),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OldLanguageVersion = new(
        RuleIds.OldLanguageVersion,
        "The project's C# version is too old for the generated code",
        "The code that Agnt5 generates needs C# 12, and this project is compiled as C# {0}, so nothing is generated: remove LangVersion from the project, or set it to 12 or later",
        RuleIds.CategoryOf(RuleIds.OldLanguageVersion),
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: string.Format(CultureInfo.InvariantCulture, HelpLinkFormat, RuleIds.OldLanguageVersion),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>One report for all that is left out.</summary>
    public static Diagnostic Of(EquatableArray<LeftOut> leftOut)
    {
        var names = leftOut.Take(MaxNames).Select(static left => $"'{left.Name}' ({string.Join(", ", left.Rules.Select(static rule => rule.Id).Distinct())})");
        var more = leftOut.Count > MaxNames ? $" and {leftOut.Count - MaxNames} more" : "";
        var count = leftOut.Count == 1 ? "1 declaration is" : $"{leftOut.Count} declarations are";
        return Diagnostic.Create(LeftOut, Location.None, count, string.Join(", ", names) + more);
    }
}
