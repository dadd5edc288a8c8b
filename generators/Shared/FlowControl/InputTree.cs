using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A component's input as a tree of JSON values, as far as types describe them.</summary>
internal sealed class InputTree
{
    private readonly IReadOnlyDictionary<string, TypeModel> _models;

    private InputTree(ComponentInput input, IReadOnlyDictionary<string, TypeModel> models)
    {
        Input = input;
        _models = models;
    }

    public ComponentInput Input { get; }

    /// <summary>The input as a whole.</summary>
    public InputValue Root => Input.Whole is { } whole ? ValueOf(whole) : Object("the input", Input.Members);

    /// <summary>Reads the input of a component that has some.</summary>
    /// <returns><see langword="null"/> when one of its types cannot be read. Rules about types report that.</returns>
    public static InputTree? Read(IReadOnlyList<IParameterSymbol> parameters, KnownSymbols known, CancellationToken cancellationToken)
    {
        var models = new Dictionary<string, TypeModel>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var exploration = WireTypes.Explore(TriggerParameter.InputTypeOf(parameter, known), "", JsonUse.Read, known, cancellationToken);
            if (!exploration.IsSound)
                return null;
            foreach (var model in exploration.Types)
                models[model.Key] = model;
        }

        var input = ComponentInput.Read(parameters, use => models.TryGetValue(use.Key, out var model) ? model : null, new(known, known.Rules, cancellationToken));
        return input is null ? null : new(input, models);
    }

    private InputValue ValueOf(TypeUse use) => _models.TryGetValue(use.Key, out var model) ? ValueOf(model) : InputValue.Untyped;

    private InputValue ValueOf(TypeModel model) => model switch
    {
        NullableModel nullable => ValueOf(nullable.Underlying),
        CoveredModel covered => ValueOf(covered.Body),
        ScalarModel { IsWholeInput: true } or ConverterModel => InputValue.Untyped,
        ScalarModel { JsonType: "array" } => new(InputValueKind.List, TypeText(model)),
        ScalarModel or EnumModel => new(InputValueKind.Scalar, TypeText(model)),
        CollectionModel { KeyType: null } => new(InputValueKind.List, "a list"),
        CollectionModel { KeyType.CSharpName: "string" } map => new(InputValueKind.Map, "a dictionary") { Entry = () => ValueOf(map.Item) },
        CollectionModel => new(InputValueKind.OtherMap, "a dictionary"),
        ObjectModel composite => Object(composite.SimpleName, composite.Members) with
        {
            Discriminator = composite.Polymorphism?.Discriminator,
            NeedsDiscriminator = composite is { Polymorphism: not null, Construction: null },
        },
        _ => InputValue.Untyped,
    };

    private InputValue Object(string name, EquatableArray<MemberModel> members) =>
        new(InputValueKind.Object, name)
        {
            Members = [.. members.Where(static member => member.IsIn(JsonUse.Read)).Select(Member)],
            TakesAnyName = members.Any(static member => member.IsExtensionData),
        };

    private InputMember Member(MemberModel member) =>
        new(member.JsonName, member.Name, () => ValueOf(member.Type)) { IsRequired = member.IsRequired || member.Limits is { IsRequired: true } };

    private static string TypeText(TypeModel model) => model.CSharpName.Substring(model.CSharpName.LastIndexOf('.') + 1).Replace("global::", "");
}
