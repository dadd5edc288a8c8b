using System.Text.Json;

namespace Agnt5;

/// <summary>A tool as the manifest describes it (protocol section 2).</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Description">The description that a model chooses by, or <see langword="null"/>.</param>
/// <param name="InputSchema">The JSON Schema of its input, or <see langword="null"/> when it takes no input.</param>
/// <param name="OutputSchema">The JSON Schema of its output, or <see langword="null"/> when it is not known.</param>
/// <param name="RequiresConfirmation">Whether a person has to approve each call.</param>
public sealed record ToolDescription(string Name, string? Description, JsonElement? InputSchema, JsonElement? OutputSchema, bool RequiresConfirmation);
