using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Generated;

/// <summary>A limit on a member of an input, in addition to its type.</summary>
public abstract class MemberLimit
{
    private protected MemberLimit()
    {
    }

    /// <summary>Whether a value that binds to the type meets the limit.</summary>
    internal abstract bool Admits(JsonElement value, JsonTypeInfo type);

    /// <summary>Whether an array or object with this many items or members meets the limit.</summary>
    internal virtual bool AdmitsParts(int count) => true;

    /// <summary>Describes the expected value in the words of an input error.</summary>
    internal abstract string Describe(JsonElement value, JsonTypeInfo type);
}
