using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Local.Gateway.Http;

/// <summary>The values behind the question mark. What makes no sense is a 400 that names it.</summary>
internal readonly struct QueryValues(IQueryCollection query)
{
    /// <summary>A value, or <see langword="null"/> when it is absent or blank.</summary>
    public string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public long? Number(string name, long least = 0, long most = long.MaxValue)
    {
        if (Text(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new GatewayException(400, "INVALID_QUERY", string.Create(CultureInfo.InvariantCulture, $"The value of '{name}' is no whole number from {least} to {most}."));
    }

    /// <summary>How many items a list has at most.</summary>
    public int Limit(int most) => (int)(Number("limit", least: 1, most) ?? Math.Min(100, most));

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw new GatewayException(400, "INVALID_QUERY", $"The value of '{name}' is neither true nor false."),
    };
}
