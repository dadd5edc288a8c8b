using System.Globalization;

namespace Agnt5.Generators;

/// <summary>Names files. The compiler treats two names that differ only in case as one, as file systems do, so such names get a number.</summary>
internal sealed class HintNames(string prefix)
{
    private readonly Dictionary<string, int> _used = new(StringComparer.OrdinalIgnoreCase);

    public string Next(string identifier)
    {
        _used.TryGetValue(identifier, out var count);
        _used[identifier] = count + 1;
        var number = count == 0 ? "" : "." + (count + 1).ToString(CultureInfo.InvariantCulture);
        return $"{prefix}.{identifier}{number}.g.cs";
    }
}
