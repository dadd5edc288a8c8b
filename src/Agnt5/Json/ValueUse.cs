using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Json.Limits;

namespace Agnt5.Json;

/// <summary>The demands of a value's place, in addition to its type.</summary>
/// <param name="IsNullable">Whether <c>null</c> binds.</param>
/// <param name="RefusesNull">Whether <c>null</c> is refused although it binds.</param>
/// <param name="Limits">The limits on the value.</param>
/// <param name="ItemsWithoutNull">The levels of its items that refuse <c>null</c>, as bits.</param>
/// <param name="NumberHandling">Whether numbers may stand in texts, if the place sets it.</param>
internal readonly record struct ValueUse(
    bool IsNullable, bool RefusesNull, MemberLimits? Limits, int ItemsWithoutNull, JsonNumberHandling? NumberHandling)
{
    public static ValueUse Root(MemberLimits? limits) => new(IsNullable: false, RefusesNull: false, limits, limits?.ItemsWithoutNull ?? 0, NumberHandling: null);

    public static ValueUse Of(ObjectMember member, bool enforcesLimits) => new(
        member.IsNullable,
        RefusesNull: false,
        enforcesLimits ? member.Limits : null,
        enforcesLimits ? member.Limits?.ItemsWithoutNull ?? 0 : 0,
        member.NumberHandling);

    public ValueUse Items(JsonTypeInfo itemType) => new(
        IsNullable: !itemType.Type.IsValueType,
        RefusesNull: (ItemsWithoutNull & 1) != 0,
        Limits: null,
        ItemsWithoutNull >> 1,
        NumberHandling);
}
