using System.Text.Json.Serialization;

namespace Agnt5;

/// <summary>
/// Says how the components of this assembly name things in JSON: <c>[assembly: Agnt5Json(JsonKnownNamingPolicy.SnakeCaseLower)]</c>. Without it names are in
/// camelCase.
/// </summary>
/// <remarks>
/// The policy renames the members of types (also of types that another assembly declares), input parameters and tuple elements, in the schemas of the manifest
/// and in the JSON itself. It renames neither enum members nor dictionary keys, and a <see cref="JsonPropertyNameAttribute"/> wins over it. It is read when the
/// project is compiled.
/// </remarks>
/// <param name="namingPolicy"><see cref="JsonKnownNamingPolicy.Unspecified"/> leaves names as C# writes them.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class Agnt5JsonAttribute(JsonKnownNamingPolicy namingPolicy) : Attribute
{
    /// <summary>The policy that makes the names.</summary>
    public JsonKnownNamingPolicy NamingPolicy { get; } = namingPolicy;
}
