using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the methods that start runs of components in tests, as extensions of <c>LocalAgnt5</c>. They are the test project's own.</summary>
internal static class TestStubsEmitter
{
    public const string ClassName = "Agnt5TestStubs";

    // A method of LocalAgnt5 itself is called where it fits, whatever an extension is called.
    private static readonly HashSet<string> OfLocalAgnt5 = new(StringComparer.Ordinal) { "FailStep", "HoldStep", "Equals", "GetHashCode", "GetType", "ToString", ClassName };

    /// <summary>Writes the class, or returns <see langword="null"/> when there is no component, or no test.</summary>
    /// <param name="own">The stubs of the project's own components.</param>
    /// <param name="referenced">Those of referenced assemblies.</param>
    /// <param name="descriptions">The descriptions of referenced assemblies.</param>
    /// <param name="assembly">The assembly.</param>
    public static string? Emit(EquatableArray<StubModel> own, EquatableArray<StubModel> referenced, Descriptions descriptions, AssemblyModel assembly)
    {
        // Of components of one type and name, the assembly's own is in the catalog. Two classes of one name are in two assemblies at best, and nobody can name their types.
        var stubs = own.Concat(referenced)
            .GroupBy(static stub => (stub.Kind, stub.Wire)).Select(static same => same.First())
            .GroupBy(static stub => stub.Identifier, StringComparer.Ordinal).Select(static same => same.First())
            .ToEquatableArray();
        if (!assembly.HasTesting || stubs.Count == 0)
            return null;

        var source = SourceWriter.File();
        StubsEmitter.OpenClass(source, ClassName, "Starts runs of AGNT5 components in tests: <c>agnt5.Name(input)</c>.", "internal", assembly);
        var named = StubNames.Of(stubs, OfLocalAgnt5);
        for (var i = 0; i < named.Count; i++)
        {
            if (i > 0)
                source.Line();
            new TestStubEmitter(named[i].Stub, descriptions, source).WriteStart(named[i].Name);
        }

        source.Close();
        return source.ToString();
    }
}
