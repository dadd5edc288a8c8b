using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary>The kinds of limits on a type and all types that it reaches. Computed once per type, so input without limits costs nothing more.</summary>
internal sealed class LimitedTypes
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, LimitedTypes> Known = [];

    private LimitedTypes(JsonTypeInfo root) => Visit(root, []);

    /// <summary>Whether values have limits.</summary>
    public bool HoldValues { get; private set; }

    /// <summary>Whether items must not be <see langword="null"/>.</summary>
    public bool HoldItems { get; private set; }

    /// <summary>Whether an object may have to name its derived type. The serializer throws <see cref="NotSupportedException"/> when it does not.</summary>
    public bool HasAbstractTypes { get; private set; }

    public bool IsEmpty => !HoldValues && !HoldItems;

    public static LimitedTypes Of(JsonTypeInfo type) => Known.GetValue(type, static root => new LimitedTypes(root));

    private void Visit(JsonTypeInfo type, HashSet<Type> seen)
    {
        if (!seen.Add(type.Type))
            return;

        HasAbstractTypes |= type.PolymorphismOptions is not null && (type.Type.IsAbstract || type.Type.IsInterface);
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var member in type.Properties)
            {
                if (MemberLimits.Of(member) is not { } limits)
                    continue;
                HoldValues |= limits.HoldValues;
                HoldItems |= limits.ItemsWithoutNull != 0;
            }
        }

        if (type.Converter is IBuiltDictionary built)
            Visit(built.Inner, seen);
        foreach (var part in JsonNesting.Parts(type))
            Visit(type.Options.GetTypeInfo(part), seen);
    }
}
