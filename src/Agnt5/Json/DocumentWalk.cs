using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Json.Limits;

namespace Agnt5.Json;

/// <summary>
/// One pass over a document, along the metadata of its type. It takes time linear to the document, and stops when the error is full. What only the project's own code knows, it learns by binding
/// the parts of the document on their own, the inner ones first.
/// </summary>
/// <param name="root">The type of the document.</param>
/// <param name="demands">The demands on the document.</param>
/// <param name="failure">The exception of the binding; <see langword="null"/> when the document did bind and only its limits are checked.</param>
internal sealed class DocumentWalk(JsonTypeInfo root, DocumentDemands demands, Exception? failure)
{
    private readonly ProblemList _problems = new();
    private readonly JsonLocation _location = new(demands.Place);
    private readonly LimitCheck _limits = new(demands.PatternTime ?? new());
    private readonly string? _failedAt = failure is not null && JsonPath.Of(failure) is { } at ? JsonPath.Within(demands.Place, at) : null;
    private readonly bool _binds = failure is null;

    private RefusedParts? _refused;

    private string Place => _location.Show(demands.QuotesValues);

    /// <summary>Whether the pass found a number that its type cannot hold.</summary>
    public bool ExceedsRange { get; private set; }

    /// <summary>Whether to look for values that constructors, setters and converters refuse.</summary>
    public bool BindsParts { get; init; } = true;

    public string? Run(JsonPart document)
    {
        _refused = _binds || !BindsParts ? null : new RefusedParts(document.Raw.Length);
        Visit(document, root, ValueUse.Root(demands.Root), depth: 1);
        return _problems.ToString();
    }

    private void Visit(JsonPart value, JsonTypeInfo type, in ValueUse use, int depth)
    {
        if (_problems.IsFull || (_binds && use.Limits is null && use.ItemsWithoutNull == 0 && !use.RefusesNull && LimitedTypes.Of(type).IsEmpty))
            return;

        var isNullable = use.IsNullable;
        if (Nullable.GetUnderlyingType(type.Type) is { } underlying)
        {
            type = type.Options.GetTypeInfo(underlying);
            isNullable = true;
        }

        var read = type;
        if (type.Converter is ICoveredType covered)
            type = covered.Inner;
        var problems = _problems.Count;
        if (depth > GeneratedJson.TypedDepth && value.IsContainer && JsonNesting.ContainsItself(type))
            _problems.Add($"{Place}: nests deeper than {GeneratedJson.TypedDepth} levels");
        else if (value.ValueKind == JsonValueKind.Null && (use.RefusesNull || (!_binds && !isNullable && !TakesNull(type))))
            Refuse(value, JsonExpectation.Of(type));
        else if (value.ValueKind != JsonValueKind.Null && !Matches(value, type, use, depth))
            return;
        else if (use.Limits is { } limits)
            HoldTo(limits, value, type);
        if (problems == _problems.Count && value.IsContainer && _refused is not null)
            FindRefusal(value, read, value.ValueKind == JsonValueKind.Object ? Derived(value, type) ?? type : type, _refused, isWhole: depth == 1);
    }

    /// <summary>Finds what the project's own code refuses in an array or object whose parts have no problem.</summary>
    private void FindRefusal(JsonPart value, JsonTypeInfo declared, JsonTypeInfo actual, RefusedParts refused, bool isWhole)
    {
        // The serializer's path ends at an object whose type it finds by a discriminator. So such an object is bound as that type first.
        var named = declared.PolymorphismOptions is not null && actual != declared ? DescribeRefusal(actual) : null;
        if ((named ?? DescribeRefusal(declared)) is { } problem)
            _problems.Add(problem);

        string? DescribeRefusal(JsonTypeInfo tried) =>
            refused.Find(value, tried, isWhole) is { } refusal ? BindingProblems.DescribeRefusal(refusal, tried, Place, demands.QuotesValues) : null;
    }

    /// <summary>Checks the parts of a value, and whether the value fits its type.</summary>
    private bool Matches(JsonPart value, JsonTypeInfo type, in ValueUse use, int depth)
    {
        switch (type.Kind, value.ValueKind)
        {
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                VisitMembers(value, type, depth);
                return true;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                VisitItems(value, type, use, depth);
                return true;
            case (JsonTypeInfoKind.Dictionary, JsonValueKind.Object):
                VisitEntries(value, type, use, depth);
                return true;
            case (JsonTypeInfoKind.None, _):
                if (_binds || Fits(value, type, use, out var refusal))
                    return true;
                Refuse(value, JsonExpectation.Of(type), refusal);
                return false;
            default:
                if (!_binds)
                    Refuse(value, JsonExpectation.Of(type));
                return false;
        }
    }

    private void VisitMembers(JsonPart value, JsonTypeInfo type, int depth)
    {
        var declared = type;
        if (Derived(value, type) is not { } actual)
            return;

        var members = ObjectMembers.Of(actual);
        var found = new JsonPart[members.All.Count];
        var place = -1;
        foreach (var entry in value.EnumerateObject())
        {
            if (_problems.IsFull)
                return;
            place++;
            var name = JsonNameText.Of(entry);
            if (name is not null && members.Find(name) is >= 0 and var index)
            {
                // Of several members with the same name the last counts, and all of them must bind.
                if (found[index].ValueKind != JsonValueKind.Undefined)
                    VisitMember(found[index], members.All[index], depth);
                found[index] = entry.Value;
            }
            else if (!_binds && members.RefusesOthers && name != declared.PolymorphismOptions?.TypeDiscriminatorPropertyName)
            {
                _location.EnterNamed(JsonNameText.Show(name), place);
                _problems.Add($"{Place}: is not a member of this type");
                _location.Leave();
            }
        }

        for (var i = 0; i < found.Length; i++)
        {
            var member = members.All[i];
            if (found[i].ValueKind != JsonValueKind.Undefined)
                VisitMember(found[i], member, depth);
            else if ((!_binds && member.IsRequired) || (demands.EnforcesLimits && member is { IsRead: true, Limits.IsRequired: true }))
                _problems.Add($"{Place}.{member.Name}: is required");
        }
    }

    private void VisitMember(JsonPart value, ObjectMember member, int depth)
    {
        if (!member.IsRead)
            return;

        _location.Enter(member.Name);
        if (member.IsOpaque)
            VisitOpaque(value, member);
        else
            Visit(value, member.Type, ValueUse.Of(member, demands.EnforcesLimits), depth + 1);
        _location.Leave();
    }

    // Only the member's own converter knows what it reads. If it failed, the serializer's exception names the path.
    private void VisitOpaque(JsonPart value, ObjectMember member)
    {
        if (!_binds && _failedAt is not null && _location.Is(_failedAt))
            Refuse(value, JsonExpectation.OfConverter(member.Type.Type), JsonPath.CauseOf(failure!));
        else if (demands.EnforcesLimits && member.Limits is { IsRequired: true } && value.ValueKind == JsonValueKind.Null)
            Refuse(value, JsonExpectation.OfConverter(member.Type.Type));
    }

    private void VisitItems(JsonPart value, JsonTypeInfo type, in ValueUse use, int depth)
    {
        var itemType = type.Options.GetTypeInfo(type.ElementType!);
        var itemUse = use.Items(itemType);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (_problems.IsFull)
                return;
            _location.Enter(index++);
            Visit(item, itemType, itemUse, depth + 1);
            _location.Leave();
        }
    }

    private void VisitEntries(JsonPart value, JsonTypeInfo type, in ValueUse use, int depth)
    {
        var valueType = type.Options.GetTypeInfo(type.ElementType!);
        var valueUse = use.Items(valueType);
        var keys = _binds || type.KeyType is null || type.KeyType == typeof(string) ? null : type.Options.GetTypeInfo(type.KeyType);
        var place = 0;
        foreach (var entry in value.EnumerateObject())
        {
            if (_problems.IsFull)
                return;
            var name = JsonNameText.Of(entry);
            _location.EnterNamed(JsonNameText.Show(name), place++);
            var isInfinite = false;
            if (keys is not null && !JsonNameText.Fits(name, keys, out isInfinite))
                _problems.Add($"{Place}: expected a name that is {JsonNameText.ExpectationOf(keys)}");
            ExceedsRange |= isInfinite;
            Visit(entry.Value, valueType, valueUse, depth + 1);
            _location.Leave();
        }
    }

    /// <summary>The actual type of an object of a polymorphic type, or <see langword="null"/> when the object does not name it.</summary>
    private JsonTypeInfo? Derived(JsonPart value, JsonTypeInfo type)
    {
        if (type.PolymorphismOptions is not { DerivedTypes.Count: > 0 } options)
            return type;

        var discriminator = Discriminator.Read(value, options);
        if (discriminator.Find(options) is { } derived)
            return type.Options.GetTypeInfo(derived);
        if (!type.Type.IsAbstract && !type.Type.IsInterface && (discriminator.IsMissing || options.IgnoreUnrecognizedTypeDiscriminators))
            return type;
        if (!_binds)
            _problems.Add(discriminator.Describe(Place, options, demands.QuotesValues));
        return null;
    }

    // The refusal is what the project's own converter threw.
    private bool Fits(JsonPart value, JsonTypeInfo type, in ValueUse use, out Exception? refusal)
    {
        refusal = null;
        if (UntypedValues.Take(value, type) is { } isTaken)
            return isTaken;
        if (value.ValueKind == JsonValueKind.String && NumbersInText.IsNumber(type.Type) && !JsonExpectation.IsOpaque(type))
        {
            if (!NumbersInText.Fits(value.GetString(), type, use.NumberHandling ?? type.NumberHandling ?? type.Options.NumberHandling, out var isInfinite))
                return false;
            ExceedsRange |= isInfinite;
            return !isInfinite;
        }

        try
        {
            if (!NumberRange.IsInfinite(JsonSerializer.Deserialize(value.Raw, type)))
                return true;

            ExceedsRange = true;
            return false;
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            refusal = JsonExpectation.IsOpaque(type) ? exception : null;
            return false;
        }
    }

    private static bool TakesNull(JsonTypeInfo type) =>
        type.Kind == JsonTypeInfoKind.None && (type.Type.IsAssignableFrom(typeof(JsonElement)) || (JsonExpectation.IsOpaque(type) && ReadsNull(type)));

    // A converter of the project may make a value of a null.
    private static bool ReadsNull(JsonTypeInfo type)
    {
        try
        {
            return JsonSerializer.Deserialize("null"u8, type) is not null;
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            return false;
        }
    }

    private void HoldTo(MemberLimits limits, JsonPart part, JsonTypeInfo type)
    {
        var value = part.ToElement();
        foreach (var limit in limits.All)
        {
            if (_limits.IsOutOfTimeFor(limit))
                _problems.End($"{Place}: takes too long to match; the rest was not checked");
            // Of an array or object, limits know the number of its parts alone.
            else if (part.IsContainer ? !limit.AdmitsParts(part.Count) : !_limits.Admits(limit, value, type))
                Refuse(part, limit.Describe(value, type));
        }
    }

    private void Refuse(JsonPart value, string expected, Exception? refusal = null)
    {
        var got = demands.QuotesValues ? JsonExpectation.Describe(value) : JsonExpectation.KindOf(value.ValueKind, expected);
        var reason = refusal is null ? null
            : demands.QuotesValues ? RefusalText.Of(refusal) is { } text ? $": {text}" : null
            : refusal is JsonException ? null
            : $" ({refusal.GetType().Name})";
        _problems.Add($"{Place}: expected {expected}, got {got}{reason}");
    }
}
