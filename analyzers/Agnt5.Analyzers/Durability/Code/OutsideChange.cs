using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A call that changes something outside of the process.</summary>
/// <param name="Call">The method with its type, as a message names it.</param>
/// <param name="Location">Where.</param>
internal readonly record struct OutsideChange(string Call, Location Location);
