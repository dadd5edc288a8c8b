using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Types.Tests.Values;

/// <summary>Makes values of any type of the corpus: constructors, settable members, collections, <see langword="null"/> where it is allowed. The same seed makes the same value.</summary>
internal sealed class SeededValues(int seed)
{
    private const int MaxDepth = 4;

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>Makes an input. An untyped input is never JSON null, which counts as an absent input.</summary>
    public object Create(ParameterInfo parameter)
    {
        while (true)
            if (Create(parameter.ParameterType, _nullability.Create(parameter), depth: 0) is { } value and not JsonElement { ValueKind: JsonValueKind.Null })
                return value;
    }

    private object? Create(Type type, NullabilityInfo? info, int depth)
    {
        var underlying = Nullable.GetUnderlyingType(type);
        var mayBeNull = underlying is not null || (!type.IsValueType && info?.WriteState == NullabilityState.Nullable);
        if (mayBeNull && depth > 0 && (depth > MaxDepth || _random.Next(3) == 0))
            return null;

        type = underlying ?? type;
        if (ScalarValues.Create(type, _random) is { } scalar)
            return scalar;
        return SeededCollection.Find(type) is { } collection
            ? collection.Create(Items(collection, info, depth))
            : CreateObject(Choose(type), depth);
    }

    private IEnumerable<object?[]> Items(SeededCollection collection, NullabilityInfo? info, int depth)
    {
        var count = depth >= MaxDepth ? 0 : _random.Next(4);
        for (var i = 0; i < count; i++)
            yield return [.. collection.ItemTypes.Select((type, position) => Create(type, Argument(info, position), depth + 1))];
    }

    private static NullabilityInfo? Argument(NullabilityInfo? info, int position) => info switch
    {
        { ElementType: { } element } => element,
        { GenericTypeArguments: var arguments } when position < arguments.Length => arguments[position],
        _ => null,
    };

    /// <summary>The type itself, or one of its declared derived types.</summary>
    private Type Choose(Type type)
    {
        var derived = type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(static attribute => attribute.DerivedType).ToArray();
        return derived.Length > 0 && (type.IsAbstract || _random.Next(4) > 0) ? derived[_random.Next(derived.Length)] : type;
    }

    private object CreateObject(Type type, int depth)
    {
        var constructor = ConstructorOf(type);
        var parameters = constructor?.GetParameters() ?? [];
        var arguments = parameters.Select(parameter => CreateWithin(LimitsOf(parameter, type), parameter.ParameterType, Annotations.Of(parameter, _nullability), depth + 1)).ToArray();
        var value = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke(arguments);
        foreach (var member in JsonMember.Of(type).Where(member => member.CanSet && !parameters.Any(member.IsCarriedBy)))
            member.Set(value, CreateWithin(member.Limits, member.Type, member.Annotation(_nullability), depth + 1));
        return value;
    }

    private object? CreateWithin(ValidationAttribute[] limits, Type type, NullabilityInfo? info, int depth)
    {
        if (limits.Length == 0)
            return Create(type, info, depth);
        if (LimitedValues.Create(type, limits, _random) is { } value)
            return value;
        while (true)
            if (Create(type, info, depth) is { } any)
                return any;
    }

    private static ValidationAttribute[] LimitsOf(ParameterInfo parameter, Type type) =>
        [.. LimitedValues.Of(parameter), .. JsonMember.Of(type).Where(member => member.IsCarriedBy(parameter)).SelectMany(static member => member.Limits)];

    private static ConstructorInfo? ConstructorOf(Type type)
    {
        var all = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var open = all.Where(static constructor => constructor.IsPublic).ToArray();
        return all.SingleOrDefault(static constructor => constructor.IsDefined(typeof(JsonConstructorAttribute)))
            ?? (open is [var only] ? only : open.FirstOrDefault(static constructor => constructor.GetParameters().Length == 0))
            ?? (type.IsValueType ? null : throw new InvalidOperationException($"No constructor of {type} can be chosen."));
    }
}
