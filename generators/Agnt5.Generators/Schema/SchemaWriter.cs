using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>
/// Writes the JSON Schema (draft 2020-12) of a type, from the same models as its metadata. An object type that occurs more than once, or
/// contains itself, is in <c>$defs</c>.
/// </summary>
internal sealed class SchemaWriter
{
    private readonly IReadOnlyDictionary<string, TypeModel> _types;
    private readonly Definitions _definitions;
    private readonly Descriptions _descriptions;
    private readonly JsonUse _use;
    private readonly JsonWriter _json = new();

    private SchemaWriter(IReadOnlyDictionary<string, TypeModel> types, TypeUse root, JsonUse use, Descriptions descriptions)
    {
        _types = types;
        _descriptions = descriptions;
        _use = use;
        _definitions = Definitions.Of(root, types, use);
    }

    /// <summary>Writes a schema, or returns <see langword="null"/> for a type whose JSON may be anything.</summary>
    /// <param name="use">Whether documents of the schema are read or written: computed members are only written.</param>
    public static string? Write(TypeUse root, IEnumerable<TypeModel> types, JsonUse use, Descriptions descriptions, LimitsModel? limits = null) =>
        // An input that is null counts as an empty object, so its schema does not mention null.
        Write(root, types, use, descriptions, limits, mayBeNull: use == JsonUse.Write && root.IsNullable);

    /// <summary>Writes the schema of a model's answer, which is read, or returns <see langword="null"/> for a type whose JSON may be anything.</summary>
    public static string? WriteAnswer(TypeUse root, IEnumerable<TypeModel> types, Descriptions descriptions) =>
        Write(root, types, JsonUse.Read, descriptions, limits: null, root.IsNullable);

    private static string? Write(TypeUse root, IEnumerable<TypeModel> types, JsonUse use, Descriptions descriptions, LimitsModel? limits, bool mayBeNull)
    {
        var byKey = new Dictionary<string, TypeModel>(StringComparer.Ordinal);
        foreach (var type in types)
            byKey[type.Key] = type;

        var writer = new SchemaWriter(byKey, root, use, descriptions);
        if (writer.Unwrap(byKey[root.Key]) is ScalarModel { JsonType: null } or ConverterModel)
            return null;
        writer.WriteRoot(root, limits, mayBeNull);
        return writer._json.ToString();
    }

    // The root is written in place, so that readers see its type; if it contains itself it is a definition too.
    private void WriteRoot(TypeUse root, LimitsModel? limits, bool mayBeNull)
    {
        _json.StartObject();
        WriteBody(Unwrap(_types[root.Key]), new() { IsNullable = mayBeNull });
        LimitsWriter.Write(limits, Unwrap(_types[root.Key]), _json);
        if (_definitions.All.Count > 0)
        {
            _json.Name("$defs").StartObject();
            foreach (var (type, name) in _definitions.All)
            {
                _json.Name(name).StartObject();
                WriteObject(type, default);
                _json.EndObject();
            }

            _json.EndObject();
        }

        _json.EndObject();
    }

    private TypeModel Unwrap(TypeModel type) => type switch
    {
        NullableModel nullable => Unwrap(_types[nullable.Underlying.Key]),
        CoveredModel covered => Unwrap(_types[covered.Body.Key]),
        _ => type,
    };

    private void Write(TypeModel type, SchemaPlace place)
    {
        if (type is not ObjectModel members || !_definitions.TryGetName(members, out var name))
        {
            WriteBody(type, place);
            return;
        }

        var reference = JsonText.Quote("#/$defs/" + name);
        if (place.IsNullable)
            _json.Raw($$"""
                "anyOf":[{"$ref":{{reference}}},{"type":"null"}]
                """);
        else
            _json.Name("$ref").Raw(reference);
        _json.Description(place.Description);
    }

    private void WriteBody(TypeModel type, SchemaPlace place)
    {
        switch (type)
        {
            case NullableModel nullable:
                Write(_types[nullable.Underlying.Key], place with { IsNullable = true });
                break;
            case CoveredModel covered:
                Write(_types[covered.Body.Key], place);
                break;
            case ScalarModel scalar:
                ScalarSchema.Write(scalar, place, _use, _json);
                break;
            case EnumModel members:
                EnumSchema.Write(members, place with { Description = place.Description ?? _descriptions.Of(members.Documentation) }, _json);
                break;
            case ConverterModel:
                _json.Description(place.Description);
                break;
            case CollectionModel collection:
                WriteCollection(collection, place);
                break;
            case ObjectModel members:
                WriteObject(members, place);
                break;
        }
    }

    private void WriteCollection(CollectionModel type, SchemaPlace place)
    {
        _json.Type(type.IsDictionary ? "object" : "array", place.IsNullable).Description(place.Description);
        if (type.KeyType is { } key)
            WriteNames(_types[key.Key]);
        _json.Name(type.IsDictionary ? "additionalProperties" : "items").StartObject();
        Write(_types[type.Item.Key], new() { IsNullable = type.Item.IsNullable, NumberHandling = place.NumberHandling });
        _json.EndObject();
    }

    private void WriteNames(TypeModel key)
    {
        if (Unwrap(key) is ScalarModel scalar)
            ScalarSchema.WriteNames(scalar, _use, _json);
        else if (Unwrap(key) is EnumModel members)
            EnumSchema.WriteKeys(members, _json);
    }

    private void WriteObject(ObjectModel type, SchemaPlace place)
    {
        _json.Type("object", place.IsNullable).Description(place.Description ?? _descriptions.Of(type.Documentation));
        if (type.Polymorphism is { } polymorphism)
            WriteAlternatives(type, polymorphism);
        else
            WriteMembers(type);
    }

    // Each class by its discriminator, and the type itself, which has none.
    private void WriteAlternatives(ObjectModel type, PolymorphismModel polymorphism)
    {
        _json.Name("anyOf").StartArray();
        foreach (var derived in polymorphism.DerivedTypes)
        {
            var alternative = (ObjectModel)_types[derived.Type.Key];
            if (alternative.IsAbstract || (_use == JsonUse.Read && derived.Discriminator is null))
                continue;
            _json.StartObject().Description(_descriptions.Of(alternative.Documentation));
            WriteMembers(alternative, polymorphism.Discriminator, derived.Discriminator);
            _json.EndObject();
        }

        if (_use == JsonUse.Read ? type.Construction is not null : IsWrittenWithoutDiscriminator(type, polymorphism))
        {
            _json.StartObject();
            WriteMembers(type);
            _json.Name("not").StartObject().Name("required").StartArray().Text(polymorphism.Discriminator).EndArray();
            if (_use == JsonUse.Read && polymorphism.IgnoresUnknownDiscriminators)
                WriteKnownDiscriminators(polymorphism);
            _json.EndObject().EndObject();
        }

        _json.EndArray();
    }

    // A type that declares itself, too, is written as it declares it.
    private static bool IsWrittenWithoutDiscriminator(ObjectModel type, PolymorphismModel polymorphism) =>
        (!type.IsAbstract || polymorphism.UnknownDerivedTypes != 0) && polymorphism.DerivedTypes.All(derived => derived.Type.CSharpName != type.CSharpName);

    private void WriteKnownDiscriminators(PolymorphismModel polymorphism)
    {
        _json.Name("properties").StartObject().Name(polymorphism.Discriminator).StartObject().Name("enum").StartArray();
        foreach (var derived in polymorphism.DerivedTypes)
            if (derived.Discriminator is { } discriminator)
                _json.Raw(discriminator);
        _json.EndArray().EndObject().EndObject();
    }

    private void WriteMembers(ObjectModel type, string? discriminatorName = null, string? discriminator = null)
    {
        var members = type.Members.Where(member => member.IsIn(_use)).ToArray();
        _json.Name("properties").StartObject();
        if (discriminator is not null)
            _json.Name(discriminatorName!).StartObject().Name("const").Raw(discriminator).EndObject();
        foreach (var member in members)
            WriteMember(type, member);
        _json.EndObject();
        WriteRequired(
            [.. discriminator is null ? [] : new[] { discriminatorName! }, .. members.Where(member => member.IsRequired || LimitsOf(member) is { IsRequired: true })
            .Select(static member => member.JsonName)]);
        if (type.RefusesUnknownMembers)
            _json.Name("additionalProperties").Raw("false");
    }

    private void WriteMember(ObjectModel type, MemberModel member)
    {
        // A member that is left out when it is null is never null when it is present.
        var limits = LimitsOf(member);
        var isNullable = member.Type.IsNullable && (_use == JsonUse.Read ? limits is not { IsRequired: true } : member.Ignore == IgnoreCondition.Never);
        var memberType = Unwrap(_types[member.Type.Key]);
        _json.Name(member.JsonName).StartObject();
        Write(LimitsWriter.Tighten(memberType, limits), new()
        {
            IsNullable = isNullable,
            Description = _descriptions.Of(member.Documentation),
            NumberHandling = limits is { HoldsNumbers: true } ? null : member.NumberHandling ?? type.NumberHandling,
        });
        LimitsWriter.Write(limits, memberType, _json);
        if (_use == JsonUse.Read && member.Default?.Json is { } @default)
            _json.Name("default").Raw(@default);
        _json.EndObject();
    }

    // Limits apply to input.
    private LimitsModel? LimitsOf(MemberModel member) => _use == JsonUse.Read ? member.Limits : null;

    // The same for input and output, as in JsonSchemaExporter: that a settable member is always written is not a promise of its type.
    private void WriteRequired(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return;

        _json.Name("required").StartArray();
        foreach (var name in names)
            _json.Text(name);
        _json.EndArray();
    }
}
