using Agnt5.JavaScript.Bridge;
using Agnt5.Protocol;

namespace Agnt5.JavaScript.Wasm;

/// <summary>The headers that the endpoint asks for, and no others.</summary>
/// <param name="values">Their values in the order of <see cref="Names"/>; empty for those that the request does not have.</param>
internal sealed class PickedHeaders(string[] values) : RequestHeaders
{
    /// <summary>The headers that JavaScript picks.</summary>
    public static IReadOnlyList<string> Names => RequestHeaderNames.All;

    public override string? Find(string name)
    {
        // The endpoint asks by the names themselves. To compare texts in any case costs the interpreter ten times as much.
        for (var i = 0; i < values.Length; i++)
        {
            if (ReferenceEquals(Names[i], name))
                return ValueAt(i);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Names[i].Equals(name, StringComparison.OrdinalIgnoreCase))
                return ValueAt(i);
        }

        throw new InvalidOperationException($"JavaScript was not asked for the header {name}: add it to RequestHeaderNames.All.");
    }

    private string? ValueAt(int index) => values[index].Length == 0 ? null : values[index];
}
