using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads the stub of a component, in a project that has the client.</summary>
internal static class StubParser
{
    private const string AsyncSuffix = "Async";
    private const string Json = "global::System.Text.Json.JsonElement";

    private static readonly SymbolDisplayFormat ShownFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Reads the stub, or returns <see langword="null"/> where the project has no client.</summary>
    public static StubModel? Parse(IMethodSymbol method, ComponentModel component, ReturnShape shape, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (!known.HasClient)
            return null;
        var scope = new JsonScope(known, known.Rules, cancellationToken);
        var parameters = ComponentInput.ParametersOf(method, known);
        var message = method.Parameters.FirstOrDefault(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.Message);
        var input = InputOf(component, parameters, message, known, cancellationToken);
        var output = shape.Result is { } result && CanCross(result, JsonUse.Read, known, cancellationToken) ? result : null;
        var item = shape.StreamedItem is { } streamed && CanCross(streamed, JsonUse.Read, known, cancellationToken) ? streamed : null;
        var signature = parameters.Select(parameter => TriggerParameter.InputTypeOf(parameter, known)).Concat(new[] { output, item }.OfType<ITypeSymbol>()).ToArray();
        return new()
        {
            Kind = component.Kind,
            Wire = component.Name,
            Name = NameOf(method),
            ClassName = method.ContainingType.Name,
            Identifier = component.Identifier,
            IsPublic = signature.All(SignatureTypes.IsPublic),
            IsObsolete = signature.Any(SignatureTypes.IsObsoleteAsError),
            Input = input,
            Parameters = input switch
            {
                StubInput.Message => new[] { ParameterOf(message!, scope) with { Name = "message" } }.ToEquatableArray(),
                StubInput.Json => new[] { ParameterOf(parameters[0], scope) with { Type = new(Json, Json), Default = null } }.ToEquatableArray(),
                _ => parameters.Select(parameter => ParameterOf(parameter, scope)).ToEquatableArray(),
            },
            Output = TypeOf(output),
            Item = TypeOf(item),
            Documentation = component.Documentation,
        };
    }

    private static StubInput InputOf(ComponentModel component, IReadOnlyList<IParameterSymbol> parameters, IParameterSymbol? message, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (message is not null)
            return StubInput.Message;
        if (component.Input is not { } input)
            return StubInput.None;
        var isWritten = parameters.All(parameter => CanCross(TriggerParameter.InputTypeOf(parameter, known), JsonUse.Write, known, cancellationToken));
        return !isWritten ? StubInput.Json : input.Generated is null ? StubInput.Whole : StubInput.Members;
    }

    // What is only read would be written without what it was read from, and what is only written cannot be read.
    private static bool CanCross(ITypeSymbol type, JsonUse use, KnownSymbols known, CancellationToken cancellationToken)
    {
        var exploration = WireTypes.Explore(type, "", use, known, cancellationToken);
        return exploration.IsSound && (use == JsonUse.Read || exploration.Types.All(KeepsWhatIsRead));
    }

    private static bool KeepsWhatIsRead(TypeModel type) => type is not ObjectModel members || members.Members.All(static member => !member.IsRead || member.IsWritten);

    private static StubParameter ParameterOf(IParameterSymbol parameter, JsonScope scope)
    {
        var type = TriggerParameter.InputTypeOf(parameter, scope.Known);
        var @default = parameter.HasExplicitDefaultValue ? DefaultValues.Of(parameter, scope)?.CSharp : null;
        return new(parameter.Name, TypeOf(type)!, @default, parameter.IsParams, DocumentationReader.OfParameter(parameter, scope.Known, scope.CancellationToken));
    }

    // A dynamic argument would make the call itself dynamic.
    private static StubType? TypeOf(ITypeSymbol? type) => type switch
    {
        null => null,
        IDynamicTypeSymbol => new("object?", TypeNames.CSharp(type)),
        _ => new(type.ToDisplayString(ShownFormat), TypeNames.CSharp(type)),
    };

    private static string NameOf(IMethodSymbol method) =>
        method.Name.Length > AsyncSuffix.Length && method.Name.EndsWith(AsyncSuffix, StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - AsyncSuffix.Length) : method.Name;
}
