using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Emission;

/// <summary>
/// Names stubs: as the component's method; where two have one name, or the client has it, with the class before it; where that does not part them either, as the component is known in generated code.
/// </summary>
internal static class StubNames
{
    // A method of the client itself is called where it fits, whatever an extension is called.
    private static readonly HashSet<string> OfClient = new(StringComparer.Ordinal) { "Find", "FromEnvironment", "Dispose", "Equals", "GetHashCode", "GetType", "ToString", StubsEmitter.ClassName };

    public static IReadOnlyList<(string Name, StubModel Stub)> Of(EquatableArray<StubModel> stubs)
    {
        var inClass = stubs.ToDictionary(static stub => stub, static stub => stub.ClassName + stub.Name);
        var named = stubs.ToDictionary(static stub => stub, stub => IsTaken(stub, stubs, static other => other.Name) || OfClient.Contains(stub.Name) ? inClass[stub] : stub.Name);
        return [.. stubs.Select(stub => (IsTaken(stub, stubs, other => named[other]) ? stub.Identifier : named[stub], stub))];
    }

    /// <summary>The name of the stub that streams.</summary>
    public static string OfStream(string name, IReadOnlyList<(string Name, StubModel Stub)> named) =>
        named.Any(other => other.Name == "Stream" + name) ? $"Stream_{name}" : "Stream" + name;

    private static bool IsTaken(StubModel stub, EquatableArray<StubModel> stubs, Func<StubModel, string> nameOf) =>
        stubs.Any(other => !ReferenceEquals(other, stub) && nameOf(other) == nameOf(stub));
}
