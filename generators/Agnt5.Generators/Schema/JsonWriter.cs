using System.Text;
using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>Writes compact JSON, with commas where they are needed.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _json = new();
    private bool _needsComma;

    public JsonWriter StartObject() => Start('{');

    public JsonWriter EndObject() => End('}');

    public JsonWriter StartArray() => Start('[');

    public JsonWriter EndArray() => End(']');

    public JsonWriter Name(string name)
    {
        Separate();
        _json.Append(JsonText.Quote(name)).Append(':');
        _needsComma = false;
        return this;
    }

    public JsonWriter Text(string value) => Raw(JsonText.Quote(value));

    /// <summary>Writes finished JSON: a value, or members of the current object.</summary>
    public JsonWriter Raw(string json)
    {
        Separate();
        _json.Append(json);
        _needsComma = true;
        return this;
    }

    /// <summary>Writes a schema's <c>type</c>.</summary>
    public JsonWriter Type(string type, bool isNullable)
    {
        Name("type");
        return isNullable ? StartArray().Text(type).Text("null").EndArray() : Text(type);
    }

    /// <summary>Writes a schema's <c>description</c>, if there is one.</summary>
    public JsonWriter Description(string? description) => description is null ? this : Name("description").Text(description);

    public override string ToString() => _json.ToString();

    private JsonWriter Start(char bracket)
    {
        Separate();
        _json.Append(bracket);
        _needsComma = false;
        return this;
    }

    private JsonWriter End(char bracket)
    {
        _json.Append(bracket);
        _needsComma = true;
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
            _json.Append(',');
    }
}
