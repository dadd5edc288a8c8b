using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The types that a step, signal or event puts on the wire.</summary>
internal sealed record DurableCallModel(EquatableArray<TypeModel> Types);
