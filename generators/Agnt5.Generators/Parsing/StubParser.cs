using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads the stub of a component, in a project that has the client or tests.</summary>
internal static class StubParser
{
    private const string AsyncSuffix = "Async";
    private const string Json = "global::System.Text.Json.JsonElement";

    private static readonly SymbolDisplayFormat ShownFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Reads the stub of a component of the project, or returns <see langword="null"/> where the project has no client and no tests.</summary>
    public static StubModel? Parse(IMethodSymbol method, ComponentModel component, ReturnShape shape, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (!known.HasClient && !known.HasTesting)
            return null;
        var input = InputOf(method, component.Input, known, cancellationToken);
        return Parse(method, component.Kind, component.Name, input, shape, known, cancellationToken) with { Documentation = component.Documentation };
    }

    /// <summary>Reads the stub of a component of a referenced assembly. What the project cannot name is JSON.</summary>
    public static StubModel ParseReferenced(IMethodSymbol method, ComponentMark mark, KnownSymbols known, CancellationToken cancellationToken)
    {
        var types = new TypeCollection(known, cancellationToken);
        var read = InputParser.Parse(method, space: "", ComponentIdentifier.Of(method), types);
        var input = types.AreSound && ComponentInput.ParametersOf(method, known).All(parameter => SignatureTypes.IsAccessible(parameter.Type, known.Compilation))
            ? InputOf(method, read, known, cancellationToken)
            : StubInput.Json;
        return Parse(method, mark.Kind, mark.NameOf(method), input, ReturnShape.Of(method, known), known, cancellationToken) with
        {
            Documentation = DocumentationReader.OfComponent(method, mark, known, cancellationToken),
        };
    }

    private static StubModel Parse(
        IMethodSymbol method, ComponentKind kind, string wire, StubInput input, ReturnShape shape, KnownSymbols known, CancellationToken cancellationToken)
    {
        var scope = new JsonScope(known, known.Rules, cancellationToken);
        var parameters = ComponentInput.ParametersOf(method, known);
        var output = shape.Result is { } result && CanBeRead(result, known, cancellationToken) ? result : null;
        var item = shape.StreamedItem is { } streamed && CanBeRead(streamed, known, cancellationToken) ? streamed : null;
        var signature = parameters.Select(parameter => TriggerParameter.InputTypeOf(parameter, known)).Concat(new[] { output, item }.OfType<ITypeSymbol>()).ToArray();
        return new()
        {
            Kind = kind,
            Wire = wire,
            Name = NameOf(method),
            ClassName = method.ContainingType.Name,
            Identifier = ComponentIdentifier.Of(method),
            IsPublic = signature.All(SignatureTypes.IsPublic),
            IsObsolete = signature.Any(SignatureTypes.IsObsoleteAsError),
            Input = input,
            Parameters = input switch
            {
                StubInput.Message => new[] { ParameterOf(MessageOf(method, known)!, scope) with { Name = "message" } }.ToEquatableArray(),
                StubInput.Json => new[] { ParameterOf(parameters[0], scope) with { Type = new(Json, Json), Default = null } }.ToEquatableArray(),
                _ => parameters.Select(parameter => ParameterOf(parameter, scope)).ToEquatableArray(),
            },
            Output = TypeOf(output),
            Item = TypeOf(item),
            Documentation = Documentation.None,
        };
    }

    private static StubInput InputOf(IMethodSymbol method, InputModel? input, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (MessageOf(method, known) is not null)
            return StubInput.Message;
        if (input is null)
            return StubInput.None;
        var isWritten = ComponentInput.ParametersOf(method, known).All(parameter => CanCross(TriggerParameter.InputTypeOf(parameter, known), JsonUse.Write, known, cancellationToken));
        return !isWritten ? StubInput.Json : input.Generated is null ? StubInput.Whole : StubInput.Members;
    }

    private static IParameterSymbol? MessageOf(IMethodSymbol method, KnownSymbols known) =>
        method.Parameters.FirstOrDefault(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.Message);

    private static bool CanBeRead(ITypeSymbol type, KnownSymbols known, CancellationToken cancellationToken) =>
        SignatureTypes.IsAccessible(type, known.Compilation) && CanCross(type, JsonUse.Read, known, cancellationToken);

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
