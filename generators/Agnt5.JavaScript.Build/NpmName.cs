using System.Text.RegularExpressions;

namespace Agnt5.JavaScript.Build;

/// <summary>Names and versions as npm takes them.</summary>
internal static class NpmName
{
    private const int MaxLength = 214;

    private static readonly Regex Valid = new("^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$");
    private static readonly Regex Version = new(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$");
    private static readonly Regex StartOfWord = new("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static readonly Regex BetweenWords = new("[^a-z0-9]+");

    /// <returns>An assembly's name in npm's form: <c>shop-orders</c> of <c>Shop.Orders</c>.</returns>
    public static string Of(string assemblyName) => BetweenWords.Replace(StartOfWord.Replace(assemblyName, "-").ToLowerInvariant(), "-").Trim('-');

    public static bool IsValid(string name) => name.Length <= MaxLength && Valid.IsMatch(name);

    public static bool IsVersion(string version) => Version.IsMatch(version);
}
