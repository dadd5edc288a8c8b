namespace Agnt5.Local.Engine;

/// <summary>A machine's answer to one happening: its state from now on, and what is to be done about it.</summary>
/// <param name="State">The new state.</param>
/// <param name="Effects">What is to be done, in order.</param>
internal readonly record struct Transition<TState>(TState State, IReadOnlyList<Effect> Effects);
