using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the stub of one component for callers of the gateway's client.</summary>
internal sealed class ClientStubEmitter(StubModel stub, AssemblyModel assembly, Descriptions descriptions, SourceWriter source) : StubEmitter(stub, Client, descriptions, source)
{
    private static readonly StubReceiver Client = new("global::Agnt5.Agnt5Client", "client", "The client.", "global::Agnt5.RunOptions");

    private string Visibility => Stub.IsPublic && !assembly.IsExecutable ? "public" : "internal";

    /// <summary>Writes the method that starts a run and returns it.</summary>
    public void WriteSubmit(string name)
    {
        var types = Types("outputType", Stub.Output);
        var call = Stub.Input == StubInput.Message
            ? $"SubmitMessageAsync({CSharpText.Literal(Stub.Wire)}, {Name(Stub.Parameters[0])}{types}"
            : $"SubmitAsync({RunTarget()}, {Input()}{types}";
        Write(Visibility, $"global::System.Threading.Tasks.Task<global::Agnt5.RunHandle<{Output}>>", name, "the run, to wait for, follow and answer", call);
    }

    /// <summary>Writes the method that starts a run and gives its items.</summary>
    public void WriteStream(string name, StubType item) => Write(
        Visibility,
        $"global::System.Collections.Generic.IAsyncEnumerable<{item.Shown}>",
        name,
        "the items, as the run makes them",
        $"StreamItemsAsync({RunTarget()}, {Input()}{Types("itemType", item)}");

    // The metadata of input and output, where they have any, by the names of the client's parameters: two overloads differ by nothing else.
    private string Types(string outputName, StubType? output)
    {
        var input = Stub.Input switch
        {
            StubInput.Whole => Stub.Parameters[0].Type.CSharpName,
            StubInput.Members => InputClass(),
            _ => null,
        };
        return (input is null ? "" : $", inputType: {StubsEmitter.TypeInfo}<{input}>()") + (output is null ? "" : $", {outputName}: {StubsEmitter.TypeInfo}<{output.CSharpName}>()");
    }

    private string InputClass() => $"global::{assembly.Namespace}.{Stub.Identifier}_Input";

    private string RunTarget() => $"global::Agnt5.RunTarget.{Stub.Kind}({CSharpText.Literal(Stub.Wire)})";

    private string Input() => Stub.Input switch
    {
        StubInput.Whole or StubInput.Json => Value(Stub.Parameters[0]),
        StubInput.Members => $"new {InputClass()} {{ {string.Join(", ", Stub.Parameters.Select(Assignment))} }}",
        _ => $"default({JsonElement})",
    };

    private static string Assignment(StubParameter parameter) => $"{Name(parameter)} = {Value(parameter)}";
}
