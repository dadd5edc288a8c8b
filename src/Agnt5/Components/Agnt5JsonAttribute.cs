using System.Text.Json.Serialization;

namespace Agnt5;

/// <summary>
/// Sets how the components of this assembly name members in JSON: <c>[assembly: Agnt5Json(JsonKnownNamingPolicy.SnakeCaseLower)]</c>. Without this attribute, names
/// are in camelCase.
/// </summary>
/// <remarks>
/// The policy renames the members of types (also of types from other assemblies), input parameters and tuple elements. It does so in the schemas of the manifest
/// and in the JSON itself. It renames neither enum members nor dictionary keys. A <see cref="JsonPropertyNameAttribute"/> wins over the policy. The generator
/// reads the attribute when the project is compiled.
/// </remarks>
/// <param name="namingPolicy"><see cref="JsonKnownNamingPolicy.Unspecified"/> leaves names as C# writes them.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class Agnt5JsonAttribute(JsonKnownNamingPolicy namingPolicy) : Attribute
{
    /// <summary>The policy that makes the names.</summary>
    public JsonKnownNamingPolicy NamingPolicy { get; } = namingPolicy;
}
