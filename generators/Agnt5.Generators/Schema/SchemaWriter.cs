using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>
/// Writes the JSON Schema (draft 2020-12) of a type from the models that its metadata is written from. An object type that occurs more than once, or
/// contains itself, stands in <c>$defs</c>.
/// </summary>
internal sealed class SchemaWriter
{
    private readonly IReadOnlyDictionary<string, TypeModel> _types;
    private readonly Definitions _definitions;
    private readonly JsonUse _use;
    private readonly JsonWriter _json = new();

    private SchemaWriter(IReadOnlyDictionary<string, TypeModel> types, TypeUse root, JsonUse use)
    {
        _types = types;
        _use = use;
        _definitions = Definitions.Of(root, types);
    }

    /// <summary>Writes a schema, or returns <see langword="null"/> for a type whose JSON may be anything.</summary>
    /// <param name="use">Whether documents of the schema are read or written: computed members are only written.</param>
    public static string? Write(TypeUse root, IEnumerable<TypeModel> types, JsonUse use, LimitsModel? limits = null)
    {
        var byKey = types.ToDictionary(static type => type.Key, StringComparer.Ordinal);
        if (byKey[root.Key] is ScalarModel { JsonType: null })
            return null;

        var writer = new SchemaWriter(byKey, root, use);
        writer.WriteRoot(root, limits);
        return writer._json.ToString();
    }

    // The root stands in place, so that its type can be read off it; where it contains itself it is a definition too. An input that is null counts as
    // an empty object, so its schema does not speak of null.
    private void WriteRoot(TypeUse root, LimitsModel? limits)
    {
        _json.StartObject();
        WriteBody(Unwrap(_types[root.Key]), isNullable: _use == JsonUse.Write && root.IsNullable, description: null);
        if (limits is not null)
            LimitsWriter.Write(limits, _types[root.Key], _json);
        if (_definitions.All.Count > 0)
        {
            _json.Name("$defs").StartObject();
            foreach (var (type, name) in _definitions.All)
            {
                _json.Name(name).StartObject();
                WriteObject(type, isNullable: false, description: null);
                _json.EndObject();
            }

            _json.EndObject();
        }

        _json.EndObject();
    }

    private TypeModel Unwrap(TypeModel type) => type is NullableModel nullable ? _types[nullable.Underlying.Key] : type;

    private void WriteBody(TypeModel type, bool isNullable, string? description)
    {
        switch (type)
        {
            case NullableModel nullable:
                Write(_types[nullable.Underlying.Key], isNullable: true, description);
                break;
            case ScalarModel scalar:
                WriteType(scalar.JsonType, isNullable);
                if (scalar.Constraints is { } constraints)
                    _json.Raw(constraints);
                WriteDescription(description);
                break;
            case EnumModel members:
                WriteEnum(members, isNullable, description);
                break;
            case CollectionModel collection:
                WriteType(collection.IsDictionary ? "object" : "array", isNullable);
                WriteDescription(description);
                _json.Name(collection.IsDictionary ? "additionalProperties" : "items").StartObject();
                Write(_types[collection.Item.Key], collection.Item.IsNullable, description: null);
                _json.EndObject();
                break;
            case ObjectModel members:
                WriteObject(members, isNullable, description);
                break;
        }
    }

    private void Write(TypeModel type, bool isNullable, string? description)
    {
        if (type is not ObjectModel members || !_definitions.TryGetName(members, out var name))
        {
            WriteBody(type, isNullable, description);
            return;
        }

        var reference = JsonText.Quote("#/$defs/" + name);
        if (isNullable)
            _json.Raw($$"""
                "anyOf":[{"$ref":{{reference}}},{"type":"null"}]
                """);
        else
            _json.Name("$ref").Raw(reference);
        WriteDescription(description);
    }

    private void WriteEnum(EnumModel type, bool isNullable, string? description)
    {
        WriteType("string", isNullable);
        if (type.IsFlags)
        {
            var name = $"({string.Join("|", type.Names)})";
            _json.Name("pattern").Text($"^{name}(, {name})*$");
        }
        else
        {
            _json.Name("enum").StartArray();
            foreach (var name in type.Names)
                _json.Text(name);
            if (isNullable)
                _json.Raw("null");
            _json.EndArray();
        }

        WriteDescription(description ?? Descriptions.Of(type.Documentation));
    }

    private void WriteObject(ObjectModel type, bool isNullable, string? description)
    {
        WriteType("object", isNullable);
        WriteDescription(description ?? Descriptions.Of(type.Documentation));
        var members = type.Members.Where(member => _use == JsonUse.Read ? member.IsRead : member.HasGetter).ToArray();
        _json.Name("properties").StartObject();
        foreach (var member in members)
        {
            _json.Name(member.JsonName).StartObject();
            var limits = LimitsOf(member);
            var memberType = Unwrap(_types[member.Type.Key]);
            Write(LimitsWriter.Relieve(memberType, limits), member.Type.IsNullable && limits is not { IsRequired: true }, Descriptions.Of(member.Documentation));
            if (limits is not null)
                LimitsWriter.Write(limits, memberType, _json);
            if (_use == JsonUse.Read && member.Default?.Json is { } @default)
                _json.Name("default").Raw(@default);
            _json.EndObject();
        }

        _json.EndObject();
        WriteRequired(members);
    }

    // The same for input and output, as JsonSchemaExporter has it: that a settable member is always written is no promise of its type.
    private void WriteRequired(IReadOnlyCollection<MemberModel> members)
    {
        var required = members.Where(member => member.IsRequired || LimitsOf(member) is { IsRequired: true }).ToArray();
        if (required.Length == 0)
            return;

        _json.Name("required").StartArray();
        foreach (var member in required)
            _json.Text(member.JsonName);
        _json.EndArray();
    }

    // Limits hold for what comes in.
    private LimitsModel? LimitsOf(MemberModel member) => _use == JsonUse.Read ? member.Limits : null;

    private void WriteType(string? type, bool isNullable)
    {
        if (type is null)
            return;
        _json.Name("type");
        if (isNullable)
            _json.StartArray().Text(type).Text("null").EndArray();
        else
            _json.Text(type);
    }

    private void WriteDescription(string? description)
    {
        if (description is not null)
            _json.Name("description").Text(description);
    }
}
