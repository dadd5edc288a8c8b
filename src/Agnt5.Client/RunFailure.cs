using System.Text.Json;

namespace Agnt5;

/// <summary>Why a run failed.</summary>
/// <param name="Code">The error's code, such as <c>WORKERLESS_INPUT_INVALID</c>.</param>
/// <param name="Message">What happened.</param>
/// <param name="Details">What else is known: any JSON, or <see cref="JsonValueKind.Undefined"/>.</param>
public sealed record RunFailure(string Code, string Message, JsonElement Details = default);
