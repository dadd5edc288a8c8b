using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A place that the flow of a unit depends on, noted while the unit is read.</summary>
/// <param name="Kind">What is there.</param>
/// <param name="Operation">The place.</param>
/// <param name="Spec">The durable call that is made there.</param>
internal readonly record struct FlowNote(FlowKind Kind, IOperation Operation, DurableCallSpec? Spec = null);
