using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Agnt5.Types.Tests.Values;

/// <summary>A property or field that JSON carries.</summary>
internal sealed class JsonMember
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly MemberInfo _member;
    private readonly bool _isIncluded;

    private JsonMember(MemberInfo member)
    {
        _member = member;
        _isIncluded = member.IsDefined(typeof(JsonIncludeAttribute));
    }

    public string Name => _member.Name;

    public Type Type => _member is PropertyInfo property ? property.PropertyType : ((FieldInfo)_member).FieldType;

    public ValidationAttribute[] Limits => [.. LimitedValues.Of(_member)];

    public bool CanSet => _member switch
    {
        PropertyInfo { SetMethod: { } setter } => setter.IsPublic || _isIncluded,
        PropertyInfo => SeededCollection.Find(Type) is not null && IsAutomatic,
        FieldInfo field => !field.IsInitOnly,
        _ => false,
    };

    /// <summary>The members of a type and its bases, without what is hidden, overridden or ignored.</summary>
    public static IEnumerable<JsonMember> Of(Type type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
            foreach (var member in level.GetMembers(Own))
                if (IsCarried(member) && seen.Add(member.Name) && !IsIgnored(member))
                    yield return new JsonMember(member);
    }

    public bool IsCarriedBy(ParameterInfo parameter) =>
        string.Equals(parameter.Name, Name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType == Type;

    public void Set(object target, object? value)
    {
        if (_member is PropertyInfo { SetMethod: null } filled)
            SeededCollection.Fill(filled.GetValue(target)!, (IEnumerable)value!);
        else if (_member is PropertyInfo property)
            property.SetValue(target, value);
        else
            ((FieldInfo)_member).SetValue(target, value);
    }

    /// <summary>Whether null is allowed, or <see langword="null"/> for a member whose type is a type argument: then the argument decides.</summary>
    public NullabilityInfo? Annotation(NullabilityInfoContext context) => Annotations.Of(_member, context);

    private bool IsAutomatic => _member.DeclaringType!.GetField($"<{Name}>k__BackingField", Own) is not null;

    private static bool IsCarried(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetIndexParameters().Length == 0
            && (property.GetMethod?.IsPublic == true || property.SetMethod?.IsPublic == true || property.IsDefined(typeof(JsonIncludeAttribute))),
        FieldInfo field => field.IsDefined(typeof(JsonIncludeAttribute)),
        _ => false,
    };

    private static bool IsIgnored(MemberInfo member) =>
        member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always };
}
