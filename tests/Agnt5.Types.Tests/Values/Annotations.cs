using System.Reflection;

namespace Agnt5.Types.Tests.Values;

/// <summary>Where null is allowed.</summary>
internal static class Annotations
{
    /// <summary>What is known of a member, or <see langword="null"/> where its type is a type argument that is not marked with <c>?</c>.</summary>
    public static NullabilityInfo? Of(MemberInfo member, NullabilityInfoContext context)
    {
        var declared = member.DeclaringType!.IsGenericType ? member.DeclaringType.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(member) : member;
        return member is PropertyInfo property
            ? IsBareArgument(((PropertyInfo)declared).PropertyType, declared) ? null : context.Create(property)
            : IsBareArgument(((FieldInfo)declared).FieldType, declared) ? null : context.Create((FieldInfo)member);
    }

    /// <inheritdoc cref="Of(MemberInfo, NullabilityInfoContext)"/>
    public static NullabilityInfo? Of(ParameterInfo parameter, NullabilityInfoContext context)
    {
        var type = parameter.Member.DeclaringType!;
        var declared = type.IsGenericType ? (ConstructorInfo)type.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(parameter.Member) : (ConstructorInfo)parameter.Member;
        var definition = declared.GetParameters()[parameter.Position];
        return IsBareArgument(definition.ParameterType, definition) ? null : context.Create(parameter);
    }

    private static bool IsBareArgument(Type type, ICustomAttributeProvider place) =>
        type.IsGenericParameter
        && !place.GetCustomAttributes(inherit: false).Any(static attribute => attribute.GetType().Name == "NullableAttribute"
            && ((byte[])attribute.GetType().GetField("NullableFlags")!.GetValue(attribute)!)[0] == 2);
}
