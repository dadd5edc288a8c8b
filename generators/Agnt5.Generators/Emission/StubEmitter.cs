using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the stub of one component.</summary>
internal sealed class StubEmitter
{
    private readonly StubModel _stub;
    private readonly AssemblyModel _assembly;
    private readonly Descriptions _descriptions;
    private readonly SourceWriter _source;
    private readonly string _client;
    private readonly string _options;
    private readonly string _cancellation;

    public StubEmitter(StubModel stub, AssemblyModel assembly, Descriptions descriptions, SourceWriter source)
    {
        (_stub, _assembly, _descriptions, _source) = (stub, assembly, descriptions, source);
        (_client, _options, _cancellation) = (Free("client"), Free("options"), Free("cancellationToken"));
    }

    /// <summary>Writes the method that starts a run and returns it.</summary>
    public void WriteSubmit(string name)
    {
        WriteDocumentation("the run, to wait for, follow and answer");
        WriteHead($"global::System.Threading.Tasks.Task<global::Agnt5.RunHandle<{_stub.Output?.Shown ?? JsonElement}>>", name);
        var types = Types("outputType", _stub.Output);
        if (_stub.Input == StubInput.Message)
            WriteCall($"SubmitMessageAsync({CSharpText.Literal(_stub.Wire)}, {Name(_stub.Parameters[0])}{types}");
        else
            WriteCall($"SubmitAsync({Target()}, {Input()}{types}");
    }

    /// <summary>Writes the method that starts a run and gives its items.</summary>
    public void WriteStream(string name, StubType item)
    {
        WriteDocumentation("the items, as the run makes them");
        WriteHead($"global::System.Collections.Generic.IAsyncEnumerable<{item.Shown}>", name);
        WriteCall($"StreamItemsAsync({Target()}, {Input()}{Types("itemType", item)}");
    }

    private void WriteDocumentation(string result)
    {
        var kind = _stub.Kind.ToString().ToLowerInvariant();
        _source.Line($"/// <summary>{Text(_descriptions.Of(_stub.Documentation)) ?? $"Starts the {kind} <c>{Text(_stub.Wire)}</c>."}</summary>");
        _source.Line($"/// <param name=\"{_client}\">The client.</param>");
        foreach (var parameter in _stub.Parameters)
            _source.Line($"/// <param name=\"{parameter.Name}\">{Text(_descriptions.Of(parameter.Documentation)) ?? (_stub.Input == StubInput.Members ? "Part of the input." : "The input.")}</param>");
        _source.Line($"/// <param name=\"{_options}\">How the run is started.</param>");
        _source.Line($"/// <param name=\"{_cancellation}\">Ends the call, and not the run.</param>");
        _source.Line($"/// <returns>Of the {kind} <c>{Text(_stub.Wire)}</c>: {result}.</returns>");
    }

    private void WriteHead(string result, string name)
    {
        if (_stub.IsObsolete)
            _source.Line("[global::System.Obsolete]");
        var parameters = new[] { $"this global::Agnt5.Agnt5Client {_client}" }
            .Concat(_stub.Parameters.Select(Declaration))
            .Concat(new[] { $"global::Agnt5.RunOptions? {_options} = null", $"global::System.Threading.CancellationToken {_cancellation} = default" });
        _source.Line($"{(_stub.IsPublic && !_assembly.IsExecutable ? "public" : "internal")} static {result} {CSharpText.Identifier(name)}({string.Join(", ", parameters)}) =>");
    }

    private void WriteCall(string call) => _source.Line($"    {_client}.{call}, {_options}, {_cancellation});");

    // The metadata of input and output, where they have any, by the names of the client's parameters: two overloads differ by nothing else.
    private string Types(string outputName, StubType? output)
    {
        var input = _stub.Input switch
        {
            StubInput.Whole => _stub.Parameters[0].Type.CSharpName,
            StubInput.Members => InputClass(),
            _ => null,
        };
        return (input is null ? "" : $", inputType: {StubsEmitter.TypeInfo}<{input}>()") + (output is null ? "" : $", {outputName}: {StubsEmitter.TypeInfo}<{output.CSharpName}>()");
    }

    private string InputClass() => $"global::{_assembly.Namespace}.{_stub.Identifier}_Input";

    private string Target() => $"global::Agnt5.RunTarget.{_stub.Kind}({CSharpText.Literal(_stub.Wire)})";

    private string Input() => _stub.Input switch
    {
        StubInput.Whole or StubInput.Json => Value(_stub.Parameters[0]),
        StubInput.Members => $"new {InputClass()} {{ {string.Join(", ", _stub.Parameters.Select(Assignment))} }}",
        _ => $"default({JsonElement})",
    };

    private static string Assignment(StubParameter parameter) => $"{Name(parameter)} = {Value(parameter)}";

    private static string Value(StubParameter parameter) => Name(parameter) + (parameter.IsRest ? " ?? []" : "");

    private static string Declaration(StubParameter parameter) => parameter.IsRest
        ? $"{parameter.Type.Shown.TrimEnd('?')}? {Name(parameter)} = null"
        : $"{parameter.Type.Shown} {Name(parameter)}{(parameter.Default is { } value ? $" = {value}" : "")}";

    private static string Name(StubParameter parameter) => CSharpText.Identifier(parameter.Name);

    private string Free(string name)
    {
        while (_stub.Parameters.Any(parameter => parameter.Name == name))
            name += "_";
        return name;
    }

    private static string? Text(string? text) => text?.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
