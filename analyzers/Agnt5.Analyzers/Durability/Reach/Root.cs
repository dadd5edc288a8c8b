namespace Agnt5.Analyzers.Durability;

/// <summary>Code that runs without a call from the project: a starting point of the walk.</summary>
/// <param name="Unit">The code.</param>
/// <param name="Name">Its name in messages.</param>
/// <param name="Role">How it is run.</param>
internal sealed record Root(CodeUnit Unit, string Name, Role Role = Role.Body);
