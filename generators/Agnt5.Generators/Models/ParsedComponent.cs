namespace Agnt5.Generators.Models;

/// <summary>A method with a component attribute, as far as it was read.</summary>
/// <param name="Component">The component, or <see langword="null"/> when a rule rejects it.</param>
/// <param name="LeftOut">What rejects it.</param>
internal sealed record ParsedComponent(ComponentModel? Component, LeftOut? LeftOut)
{
    /// <summary>The method that starts its runs, in a project that has the client. Apart from the component, because names of parameters are nothing to the endpoint.</summary>
    public StubModel? Stub { get; init; }
}
