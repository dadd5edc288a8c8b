using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>One flow-control policy.</summary>
/// <param name="Name">The key in <c>flow_control</c>.</param>
/// <param name="Fields">The written values.</param>
internal sealed record PolicyModel(string Name, EquatableArray<PolicyField> Fields)
{
    /// <summary>The policy's value as JSON if it is not an object: a priority that is a number.</summary>
    public string? Value { get; init; }
}

/// <summary>One value of a policy.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Json">The value as JSON.</param>
internal readonly record struct PolicyField(string Name, string Json);
