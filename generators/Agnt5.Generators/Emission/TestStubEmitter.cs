using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the stub of one component for tests. It knows no JSON metadata: the catalog brings it along, also that of components of other assemblies.</summary>
internal sealed class TestStubEmitter(StubModel stub, Descriptions descriptions, SourceWriter source) : StubEmitter(stub, LocalAgnt5, descriptions, source)
{
    private const string TestInput = "global::Agnt5.Testing.TestInput";

    private static readonly StubReceiver LocalAgnt5 = new("global::Agnt5.Testing.LocalAgnt5", "agnt5", "AGNT5 of the test.", "global::Agnt5.Local.LocalRunOptions");

    /// <summary>Writes the method that starts a run and returns it.</summary>
    public void WriteStart(string name) => Write(
        "internal",
        $"global::System.Threading.Tasks.Task<global::Agnt5.Testing.TestRun<{Output}>>",
        name,
        "the run, to wait for, answer and look at",
        $"StartAsync<{Output}>({ComponentType}.{Stub.Kind}, {CSharpText.Literal(Stub.Wire)}, {Input()}");

    private string Input() => Stub.Input switch
    {
        StubInput.Message => $"{TestInput}.Message({Name(Stub.Parameters[0])})",
        StubInput.Whole => $"{TestInput}.Value<{Stub.Parameters[0].Type.CSharpName}>({Value(Stub.Parameters[0])}{(Stub.Parameters[0].Type.Shown.EndsWith("?", StringComparison.Ordinal) ? "!" : "")})",
        StubInput.Json => $"{TestInput}.Json({Value(Stub.Parameters[0])})",
        StubInput.Members => $"{TestInput}.Members([{string.Join(", ", Stub.Parameters.Select(Value))}])",
        _ => $"{TestInput}.None",
    };
}
