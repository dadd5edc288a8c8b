using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Emission;

/// <summary>
/// Names stubs: as the component's method; where two have one name, or the extended type has it, with the class before it; where that does not part them either, as the component is known in
/// generated code.
/// </summary>
internal static class StubNames
{
    /// <param name="stubs">The stubs.</param>
    /// <param name="reserved">The names that the extended type has already.</param>
    public static IReadOnlyList<(string Name, StubModel Stub)> Of(EquatableArray<StubModel> stubs, HashSet<string> reserved)
    {
        var inClass = stubs.ToDictionary(static stub => stub, static stub => stub.ClassName + stub.Name);
        var named = stubs.ToDictionary(static stub => stub, stub => IsTaken(stub, stubs, static other => other.Name) || reserved.Contains(stub.Name) ? inClass[stub] : stub.Name);
        return [.. stubs.Select(stub => (IsTaken(stub, stubs, other => named[other]) ? stub.Identifier : named[stub], stub))];
    }

    /// <summary>The name of the stub that streams.</summary>
    public static string OfStream(string name, IReadOnlyList<(string Name, StubModel Stub)> named) =>
        named.Any(other => other.Name == "Stream" + name) ? $"Stream_{name}" : "Stream" + name;

    private static bool IsTaken(StubModel stub, EquatableArray<StubModel> stubs, Func<StubModel, string> nameOf) =>
        stubs.Any(other => !ReferenceEquals(other, stub) && nameOf(other) == nameOf(stub));
}
