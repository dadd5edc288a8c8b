using System.Text.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Records the arguments of a model's call. A model may be cut off within a character, and providers refuse calls whose arguments are null.</summary>
internal static class RecordedArguments
{
    /// <returns>The arguments, and the problem with those that are left out, or <see langword="null"/>.</returns>
    public static (Dictionary<string, object?> Arguments, string? Problem) Of(FunctionCallContent call)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (call.Arguments is null)
            return (arguments, null);

        string? problem = null;
        foreach (var (given, value) in call.Arguments)
        {
            var name = WireText.Repair(given);
            if (!TryRecord(value, out var recorded))
                problem = $"the value of '{CallerText.Shorten(name)}' has no JSON form.";
            else if (!arguments.TryAdd(name, recorded))
                problem = $"two names are '{CallerText.Shorten(name)}' once halves of characters are replaced.";
        }

        return (arguments, problem);
    }

    private static bool TryRecord(object? value, out object? recorded)
    {
        if (value is not JsonElement { ValueKind: not JsonValueKind.Undefined } json)
            return ReplyProperties.TryRecord(value, out recorded);
        recorded = WireText.Repair(json);
        return true;
    }
}
