using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads a method with a component attribute.</summary>
internal static class ComponentParser
{
    /// <summary>Reads a component, or returns <see langword="null"/> when the compiler rejects it.</summary>
    public static ParsedComponent? Parse(SyntaxNode node, IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (ComponentShape.IsIncomplete(method) || OldLanguage.Has(node))
            return null;
        if (ComponentShape.FindProblems(method, known, cancellationToken) is { Count: > 0 } problems)
            return new(Component: null, BrokenRules.Of(method, problems, known, cancellationToken));

        var identifier = ComponentIdentifier.Of(method);
        var types = new TypeCollection(known, cancellationToken);
        var input = InputParser.Parse(method, GeneratedNames.Namespace(known.Compilation.AssemblyName), identifier, types);
        var shape = ReturnShape.Of(method, known);
        var output = shape.Result is { } result ? types.Add(result, shape.Use) : null;
        if (!types.AreSound)
            return new(Component: null, BrokenRules.OfTypes(method, known, cancellationToken));

        var mark = ComponentMark.Of(method, known).Single();
        var values = mark.Attribute.NamedArguments;
        var component = new ComponentModel
        {
            Kind = mark.Kind,
            Name = mark.NameOf(method),
            Identifier = identifier,
            Declaration = method.GetDocumentationCommentId() ?? "",
            Documentation = DocumentationReader.OfComponent(method, mark, known, cancellationToken),
            Priority = Value("Priority") as int?,
            MaxConcurrency = Value("MaxConcurrency") as int?,
            RequiresConfirmation = Value("RequiresConfirmation") is true,
            Agent = mark.Kind == ComponentKind.Agent ? AgentParser.Parse(method, mark, shape, known) : null,
            Cron = TriggerParser.ParseCron(method, known),
            Triggers = TriggerParser.Parse(method, known, cancellationToken),
            FlowControl = FlowControlParser.Parse(method, known),
            Method = MethodParser.Parse(method, shape.IsAwaited, input, known),
            Input = input,
            Output = output,
            StreamedItem = shape.StreamedItem is { } item ? types.Use(item) : null,
            Types = types.Models,
        };
        return new(component, LeftOut: null) { Stub = StubParser.Parse(method, component, shape, known, cancellationToken) };

        object? Value(string name) => values.FirstOrDefault(argument => argument.Key == name).Value.Value;
    }
}
