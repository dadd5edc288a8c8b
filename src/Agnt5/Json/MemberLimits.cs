using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json.Limits;

namespace Agnt5.Generated;

/// <summary>
/// All limits of one member. The member's metadata holds them as its provider of attributes, because they come from attributes. So every copy of the metadata has them.
/// </summary>
public sealed class MemberLimits : ICustomAttributeProvider
{
    internal MemberLimits(ReadOnlySpan<MemberLimit> limits)
    {
        All = limits.ToArray();
        foreach (var limit in limits)
        {
            IsRequired |= limit is RequiredLimit;
            ItemsWithoutNull |= limit is ItemsWithoutNullLimit { Levels: var levels } ? levels : 0;
        }
    }

    internal IReadOnlyList<MemberLimit> All { get; }

    internal bool IsRequired { get; }

    /// <summary>The levels of items that refuse <see langword="null"/>, as bits.</summary>
    internal int ItemsWithoutNull { get; }

    /// <summary>Whether there are limits other than items that refuse <see langword="null"/>. Only a document with a <c>null</c> can break those.</summary>
    internal bool HoldValues => All.Any(static limit => limit is not ItemsWithoutNullLimit);

    internal static MemberLimits? Of(JsonPropertyInfo member) => member.AttributeProvider as MemberLimits;

    object[] ICustomAttributeProvider.GetCustomAttributes(bool inherit) => [];

    object[] ICustomAttributeProvider.GetCustomAttributes(Type attributeType, bool inherit) => [];

    bool ICustomAttributeProvider.IsDefined(Type attributeType, bool inherit) => false;
}
