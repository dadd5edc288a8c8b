using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The types that a step, signal or event puts on the wire.</summary>
/// <param name="Written">The type that is written, or <see langword="null"/> when it is only read.</param>
internal sealed record DurableCallModel(TypeUse? Written, EquatableArray<TypeModel> Types);
