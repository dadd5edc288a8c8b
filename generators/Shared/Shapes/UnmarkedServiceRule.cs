using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT1017: what is no data does not come from the input. It wins over the rules about types, which would only say that the type has no JSON.</summary>
internal static class UnmarkedServiceRule
{
    private static readonly Suggestion Mark = new(nameof(ServiceLikeness.Service), "Take it from the services");
    private static readonly Suggestion MayMark = new(nameof(ServiceLikeness.Abstract), "Take it from the services");

    /// <summary>Whether the code fix is the only remedy: the parameter is a service, and not perhaps data.</summary>
    public static bool IsCertain(Suggestion suggestion) => suggestion.Text == Mark.Text;

    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known)
    {
        // The loop of an agent without a body takes no services (AGT1009), and a signature that cannot be called has to change first (AGT1004).
        if (!SignatureRule.IsSupported(method) || AgentBody.IsSupplied(method, known))
            yield break;
        foreach (var parameter in method.Parameters)
            if (ParameterRoles.Of(parameter, known) == ParameterRole.UnmarkedService && UnmarkedService.Find(parameter, known) is { } likeness)
                yield return new(
                    RuleIds.UnmarkedService,
                    parameter.Locations[0],
                    ShapeText.Of(method),
                    $"takes '{ShapeText.Of(parameter)}' from its input, {Explain(likeness)}")
                {
                    Suggestion = likeness switch
                    {
                        ServiceLikeness.Service => Mark,
                        ServiceLikeness.Request => null,
                        _ => MayMark,
                    },
                };
    }

    private static string Explain(ServiceLikeness likeness) => likeness switch
    {
        ServiceLikeness.Service => "and that is a service, which JSON cannot hold: mark it [FromServices]",
        ServiceLikeness.Request => "and a component runs without a request of the web server: take the values that it needs, by themselves or in a record",
        ServiceLikeness.Abstract =>
            "and nothing says which class to make of the JSON: mark it [FromServices] if it is a service; if it is data, take a class or a record, or declare the derived types with [JsonDerivedType]",
        _ => "and JSON cannot become one: mark it [FromServices] if it is a service; if it is data, take a type of your own",
    };
}
