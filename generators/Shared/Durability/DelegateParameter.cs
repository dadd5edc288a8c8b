namespace Agnt5.Shared;

/// <summary>A parameter that takes a delegate.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Role">How the call runs the delegate.</param>
internal sealed record DelegateParameter(string Name, DelegateRole Role);
