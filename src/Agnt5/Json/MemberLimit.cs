using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Generated;

/// <summary>Something that a member of an input is held to, beyond its type.</summary>
public abstract class MemberLimit
{
    private protected MemberLimit()
    {
    }

    /// <summary>Whether a value that binds to the type meets the limit.</summary>
    internal abstract bool Admits(JsonElement value, JsonTypeInfo type);

    /// <summary>What was expected, in the words of an input error.</summary>
    internal abstract string Describe(JsonElement value, JsonTypeInfo type);
}
