using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The declared components of the assembly.</summary>
/// <param name="Files">Those that are generated.</param>
/// <param name="LeftOut">Those that are not, by name.</param>
internal sealed record ComponentSet(EquatableArray<SourceFile<ComponentModel>> Files, EquatableArray<LeftOut> LeftOut)
{
    /// <summary>The methods that start runs of those that are generated.</summary>
    public EquatableArray<StubModel> Stubs { get; init; }
}
