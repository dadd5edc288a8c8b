using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// The predicate that the <c>Filter</c> of an event or webhook trigger names. It decides whether a started run continues.
/// </summary>
/// <remarks>
/// <para>
/// A predicate is a method of the workflow's own class (not of a base class), found by its name, <c>static</c>, without type parameters, open to generated code (internal
/// or public), that returns <c>bool</c> itself and has one parameter, which is passed by value. A filter decides by the event alone, so there is no asynchronous
/// form: a decision that needs other data is a step.
/// </para>
/// <para>
/// The payload is the whole input that the workflow takes, and <c>X</c> is its type or <c>JsonElement</c>. The parameter has one of these types:
/// the payload's type or one that a reference to it converts to (a base class or interface), <c>JsonElement</c>, <c>TriggerEvent&lt;X&gt;</c>,
/// <c>WebhookDelivery</c>, <c>WebhookDelivery&lt;X&gt;</c>. A workflow that takes nothing, or members of the input as several parameters, has no payload type of
/// its own: there it is <c>JsonElement</c> or one of the other forms with it.
/// </para>
/// </remarks>
/// <param name="Method">The method, when one fits.</param>
/// <param name="Argument">The argument that it takes, when one fits.</param>
/// <param name="Problem">Why nothing fits, or <see langword="null"/>.</param>
internal sealed record TriggerFilter(IMethodSymbol? Method, FilterArgument Argument, TriggerFilterProblem? Problem)
{
    /// <summary>The property of both trigger attributes.</summary>
    public const string Property = "Filter";

    /// <summary>Looks up the method that a filter names.</summary>
    /// <param name="workflow">The method that has the trigger.</param>
    /// <param name="name">The text of <c>Filter</c>, as it was written.</param>
    public static TriggerFilter Find(IMethodSymbol workflow, string name, KnownSymbols known, CancellationToken cancellationToken)
    {
        var methods = workflow.ContainingType.GetMembers(name).OfType<IMethodSymbol>().ToArray();
        var payload = PayloadOf(workflow, known, cancellationToken);
        var looks = methods.Select(method => Look(method, payload, known)).ToArray();
        return looks.Where(static look => look.Problem is null).ToArray() switch
        {
            [var only] => only,
            [_, _, ..] => Unfit(FilterProblemKind.Ambiguous, "and several methods of that name fit: give the one that you mean another name"),
            _ when looks is [{ Problem: { } problem } single] => single with { Problem = problem with { Method = methods[0] } },
            _ when looks is [var first, ..] => Unfit(first.Problem!.Kind, $"and no method of that name fits: a predicate is static, returns bool and takes {Accepted(payload)}"),
            _ => Unfit(
                FilterProblemKind.NotFound,
                $"which is not a method of '{ShapeText.Of(workflow.ContainingType)}': name a static method there that returns bool and takes {Accepted(payload)}, by nameof"),
        };
    }

    private static TriggerFilter Look(IMethodSymbol method, ITypeSymbol? payload, KnownSymbols known)
    {
        if (!SignatureRule.IsSupported(method))
            return Unfit(FilterProblemKind.WrongSignature, "which generated code cannot call: take a method without type parameters");
        if (!method.IsStatic)
            return Unfit(FilterProblemKind.NotStatic, "which is not static: the endpoint asks it before it constructs the class, so make it static");
        // A closed class is reported at the workflow (AGT1001).
        if (Barrier.Find(method, known) is { Symbol: IMethodSymbol } barrier)
            return Unfit(FilterProblemKind.Inaccessible, $"which is {barrier.Text}: generated code calls it, so {barrier.Fix}");
        if (method.ReturnType.SpecialType != SpecialType.System_Boolean || method.RefKind != RefKind.None)
            return Unfit(FilterProblemKind.WrongSignature, $"which returns '{ShapeText.Of(method.ReturnType)}': return bool");
        if (method.Parameters is not [{ RefKind: RefKind.None } parameter] || FindArgument(parameter.Type, payload, known) is not { } argument)
            return Unfit(FilterProblemKind.WrongSignature, $"which takes ({string.Join(", ", method.Parameters.Select(ShapeText.Of))}): take {Accepted(payload)}");
        return new(method, argument, Problem: null);
    }

    private static FilterArgument? FindArgument(ITypeSymbol type, ITypeSymbol? payload, KnownSymbols known)
    {
        if (TriggerParameter.IsDelivery(type, known))
            return new(FilterForm.Delivery, IsJson: false);
        var form = TriggerParameter.IsEventOf(type, known) ? FilterForm.Event : TriggerParameter.IsDeliveryOf(type, known) ? FilterForm.DeliveryOf : FilterForm.Payload;
        var inner = TriggerParameter.PayloadIn(type, known) ?? type;
        if (payload is not null && SymbolEqualityComparer.Default.Equals(inner, payload))
            return new(form, IsJson: false);
        if (payload is not null && form == FilterForm.Payload && IsBase(inner, payload, known))
            return new(form, IsJson: false) { IsBase = true };
        return SymbolEqualityComparer.Default.Equals(inner, known.JsonElement) ? new(form, IsJson: true) : null;
    }

    private static bool IsBase(ITypeSymbol type, ITypeSymbol payload, KnownSymbols known) =>
        known.Compilation.ClassifyCommonConversion(payload, type) is { IsImplicit: true, IsReference: true };

    /// <summary>The type of the input as a whole, or <see langword="null"/> when only generated code declares it, or when there is none.</summary>
    private static ITypeSymbol? PayloadOf(IMethodSymbol workflow, KnownSymbols known, CancellationToken cancellationToken) =>
        ComponentInput.ParametersOf(workflow, known) is [var only] parameters && InputTree.Read(parameters, known, cancellationToken) is null or { Input.Whole: not null }
            ? TriggerParameter.InputTypeOf(only, known)
            : null;

    private static string Accepted(ITypeSymbol? payload)
    {
        var type = payload is null ? "JsonElement" : ShapeText.Of(payload);
        return $"{(payload is null ? "a JsonElement" : $"'{type}'")}, a TriggerEvent<{type}> or a WebhookDelivery";
    }

    private static TriggerFilter Unfit(FilterProblemKind kind, string text) => new(Method: null, default, new(kind, text));
}

/// <summary>The argument of a filter.</summary>
/// <param name="Form">The form of its parameter.</param>
/// <param name="IsJson">Whether the payload in it is a <c>JsonElement</c> and not the workflow's own input.</param>
internal readonly record struct FilterArgument(FilterForm Form, bool IsJson)
{
    /// <summary>Whether the parameter is of a type that the payload is only converted to: a base class or interface.</summary>
    public bool IsBase { get; init; }
}

internal enum FilterForm
{
    /// <summary>The payload.</summary>
    Payload,

    /// <summary><c>TriggerEvent&lt;T&gt;</c></summary>
    Event,

    /// <summary><c>WebhookDelivery</c></summary>
    Delivery,

    /// <summary><c>WebhookDelivery&lt;T&gt;</c></summary>
    DeliveryOf,
}

/// <summary>Why a name does not fit.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Text">The reason and what to do: the part of the message after the quoted name: <c>which is not static: …</c>.</param>
internal sealed record TriggerFilterProblem(FilterProblemKind Kind, string Text)
{
    /// <summary>The method that does not fit, if it is the only one of its name.</summary>
    public IMethodSymbol? Method { get; init; }
}

internal enum FilterProblemKind
{
    /// <summary>The class has no method of that name; the text may be an expression of another SDK.</summary>
    NotFound,

    NotStatic,

    /// <summary>Generated code cannot reach it.</summary>
    Inaccessible,

    /// <summary>It returns or takes something else, or has type parameters.</summary>
    WrongSignature,

    /// <summary>Several methods of that name fit.</summary>
    Ambiguous,
}
