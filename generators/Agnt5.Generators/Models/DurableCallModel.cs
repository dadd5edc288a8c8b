using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The types that a durable call records.</summary>
internal sealed record DurableCallModel(EquatableArray<TypeModel> Types);
