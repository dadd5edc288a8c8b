using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Json.Limits;

namespace Agnt5.Json;

/// <summary>The members of an object type by their names in JSON, for the validation pass.</summary>
internal sealed class ObjectMembers
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, ObjectMembers> Known = [];

    private readonly Dictionary<string, int> _byName;

    private ObjectMembers(JsonTypeInfo type)
    {
        All = [.. type.Properties.Where(static member => !member.IsExtensionData).Select(member => new ObjectMember(member, type))];
        _byName = new(type.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        for (var i = 0; i < All.Count; i++)
            _byName[All[i].Name] = i;
        RefusesOthers = (type.UnmappedMemberHandling ?? type.Options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow
            && !type.Properties.Any(static member => member.IsExtensionData);
    }

    public IReadOnlyList<ObjectMember> All { get; }

    /// <summary>Whether unknown members are refused.</summary>
    public bool RefusesOthers { get; }

    public static ObjectMembers Of(JsonTypeInfo type) => Known.GetValue(type, static found => new ObjectMembers(found));

    /// <summary>The place of a member in <see cref="All"/>, or -1.</summary>
    public int Find(string name) => _byName.TryGetValue(name, out var index) ? index : -1;
}

/// <summary>A member of an object type, and how its values are read.</summary>
/// <param name="member">The metadata.</param>
/// <param name="type">The type that has the member. Its settings apply where the member has none.</param>
internal sealed class ObjectMember(JsonPropertyInfo member, JsonTypeInfo type)
{
    public string Name => member.Name;

    public bool IsRequired => member.IsRequired;

    public MemberLimits? Limits { get; } = MemberLimits.Of(member);

    public JsonTypeInfo Type { get; } = member.Options.GetTypeInfo(member.PropertyType);

    /// <summary>Whether a value in a document reaches the object. A collection without a setter may be filled.</summary>
    public bool IsRead { get; } = member.Set is not null || member.AssociatedParameter is not null
        || (member.ObjectCreationHandling ?? type.PreferredPropertyObjectCreationHandling) == JsonObjectCreationHandling.Populate;

    public bool IsNullable { get; } = member.AssociatedParameter?.IsNullable ?? (member.Set is null ? member.IsGetNullable : member.IsSetNullable);

    /// <summary>Whether the member has its own converter, which the validation pass cannot look into.</summary>
    public bool IsOpaque => member.CustomConverter is not null;

    public JsonNumberHandling? NumberHandling { get; } = member.NumberHandling ?? type.NumberHandling;
}
