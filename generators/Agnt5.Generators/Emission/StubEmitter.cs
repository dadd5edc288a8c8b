using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the stub of one component: an extension method with the component's parameters.</summary>
internal abstract class StubEmitter
{
    private readonly Descriptions _descriptions;
    private readonly SourceWriter _source;
    private readonly string _options;
    private readonly string _cancellation;

    /// <param name="stub">The stub.</param>
    /// <param name="receiver">What the method extends.</param>
    /// <param name="descriptions">The descriptions of referenced assemblies.</param>
    /// <param name="source">Where it is written.</param>
    protected StubEmitter(StubModel stub, StubReceiver receiver, Descriptions descriptions, SourceWriter source)
    {
        (Stub, Receiver, _descriptions, _source) = (stub, receiver, descriptions, source);
        (Target, _options, _cancellation) = (Free(receiver.Name), Free("options"), Free("cancellationToken"));
    }

    protected StubModel Stub { get; }

    protected StubReceiver Receiver { get; }

    /// <summary>The parameter that the method extends.</summary>
    protected string Target { get; }

    /// <summary>The output as callers see it.</summary>
    protected string Output => Stub.Output?.Shown ?? JsonElement;

    protected void Write(string visibility, string result, string name, string returned, string call)
    {
        WriteDocumentation(returned);
        if (Stub.IsObsolete)
            _source.Line("[global::System.Obsolete]");
        var parameters = new[] { $"this {Receiver.Type} {Target}" }
            .Concat(Stub.Parameters.Select(Declaration))
            .Concat(new[] { $"{Receiver.Options}? {_options} = null", $"global::System.Threading.CancellationToken {_cancellation} = default" });
        _source.Line($"{visibility} static {result} {CSharpText.Identifier(name)}({string.Join(", ", parameters)}) =>");
        _source.Line($"    {Target}.{call}, {_options}, {_cancellation});");
    }

    protected static string Value(StubParameter parameter) => Name(parameter) + (parameter.IsRest ? " ?? []" : "");

    protected static string Name(StubParameter parameter) => CSharpText.Identifier(parameter.Name);

    private void WriteDocumentation(string returned)
    {
        var kind = Stub.Kind.ToString().ToLowerInvariant();
        _source.Line($"/// <summary>{Text(_descriptions.Of(Stub.Documentation)) ?? $"Starts the {kind} <c>{Text(Stub.Wire)}</c>."}</summary>");
        _source.Line($"/// <param name=\"{Target}\">{Receiver.Description}</param>");
        foreach (var parameter in Stub.Parameters)
            _source.Line($"/// <param name=\"{parameter.Name}\">{Text(_descriptions.Of(parameter.Documentation)) ?? (Stub.Input == StubInput.Members ? "Part of the input." : "The input.")}</param>");
        _source.Line($"/// <param name=\"{_options}\">How the run is started.</param>");
        _source.Line($"/// <param name=\"{_cancellation}\">Ends the call, and not the run.</param>");
        _source.Line($"/// <returns>Of the {kind} <c>{Text(Stub.Wire)}</c>: {returned}.</returns>");
    }

    private static string Declaration(StubParameter parameter) => parameter.IsRest
        ? $"{parameter.Type.Shown.TrimEnd('?')}? {Name(parameter)} = null"
        : $"{parameter.Type.Shown} {Name(parameter)}{(parameter.Default is { } value ? $" = {value}" : "")}";

    private string Free(string name)
    {
        while (Stub.Parameters.Any(parameter => parameter.Name == name))
            name += "_";
        return name;
    }

    private static string? Text(string? text) => text?.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
