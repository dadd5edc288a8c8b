using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary>Says which items must not be <see langword="null"/>. The walk over the document checks them, because they are not the member's own value.</summary>
internal sealed class ItemsWithoutNullLimit(int levels) : MemberLimit
{
    public int Levels => levels;

    internal override bool Admits(JsonElement value, JsonTypeInfo type) => true;

    internal override string Describe(JsonElement value, JsonTypeInfo type) => JsonExpectation.Of(type);
}
