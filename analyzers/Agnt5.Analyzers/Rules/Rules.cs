using System.Globalization;

namespace Agnt5.Analyzers;

/// <summary>The descriptors of all rules, one file for each topic. The help link of a rule leads to its page: <c>docs/rules/{id}.md</c>.</summary>
internal static partial class Rules
{
    private const string HelpLinkFormat = "https://github.com/agnt5/sdk-csharp/blob/main/docs/rules/{0}.md";

    private static string HelpLink(string id) => string.Format(CultureInfo.InvariantCulture, HelpLinkFormat, id);
}
