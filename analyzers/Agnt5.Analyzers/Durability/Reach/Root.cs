namespace Agnt5.Analyzers.Durability;

/// <summary>Code that does not wait to be called by the project's own.</summary>
/// <param name="Unit">The code.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="Role">How it is run.</param>
internal sealed record Root(CodeUnit Unit, string Name, Role Role = Role.Body);
