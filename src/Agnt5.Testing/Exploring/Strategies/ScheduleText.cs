using System.Globalization;

namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>A schedule as a short text: its options in order, without the plain ones at the end.</summary>
internal static class ScheduleText
{
    public static string Write(IEnumerable<int> options)
    {
        var all = options.ToList();
        var length = all.FindLastIndex(static option => option != 0) + 1;
        return length == 0 ? "0" : string.Join('.', all.Take(length).Select(static option => option.ToString(CultureInfo.InvariantCulture)));
    }

    /// <exception cref="Agnt5TestException">It is no schedule.</exception>
    public static IReadOnlyList<int> Read(string text)
    {
        var parts = text.Split('.');
        var options = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out options[i]))
                throw new Agnt5TestException($"'{text}' is no schedule. Copy it from the message of the failure, such as 0.1.0.2.");
        }

        return options;
    }
}
