using System.Reflection;

namespace Agnt5.Types.Tests.Values;

/// <summary>Reads where null is allowed.</summary>
internal static class Annotations
{
    /// <summary>Whether a member allows null, or <see langword="null"/> where its type argument decides, which reflection does not see.</summary>
    public static NullabilityInfo? Of(MemberInfo member, NullabilityInfoContext context)
    {
        var type = member.DeclaringType!;
        var declared = type.IsGenericType ? type.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(member) : member;
        var isArgument = HoldsArgument(declared is PropertyInfo property ? property.PropertyType : ((FieldInfo)declared).FieldType) && !IsMarked(declared);
        return isArgument ? null : member is PropertyInfo closed ? context.Create(closed) : context.Create((FieldInfo)member);
    }

    /// <inheritdoc cref="Of(MemberInfo, NullabilityInfoContext)"/>
    public static NullabilityInfo? Of(ParameterInfo parameter, NullabilityInfoContext context)
    {
        var type = parameter.Member.DeclaringType!;
        var declared = type.IsGenericType ? (ConstructorInfo)type.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(parameter.Member) : (ConstructorInfo)parameter.Member;
        var definition = declared.GetParameters()[parameter.Position];
        return HoldsArgument(definition.ParameterType) && !IsMarked(definition) ? null : context.Create(parameter);
    }

    /// <summary>A type as C# writes it, without its namespace.</summary>
    public static string Show(Type type) => Nullable.GetUnderlyingType(type) is { } underlying ? Show(underlying) : type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Show))}>"
        : type.Name;

    private static bool HoldsArgument(Type type) =>
        type.IsGenericParameter || (type.IsArray && HoldsArgument(type.GetElementType()!)) || (type.IsGenericType && type.GetGenericArguments().Any(static argument => argument.IsGenericParameter));

    // The first flag is for the type itself.
    private static bool IsMarked(ICustomAttributeProvider place) =>
        place.GetCustomAttributes(inherit: false).Any(static attribute => attribute.GetType().Name == "NullableAttribute"
            && ((byte[])attribute.GetType().GetField("NullableFlags")!.GetValue(attribute)!)[0] == 2);
}
