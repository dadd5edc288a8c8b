using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The reason why a type cannot cross the wire.</summary>
/// <param name="RuleId">One of <see cref="RuleIds"/>.</param>
/// <param name="Path">Where it is, from the type that was explored: <c>Order.Lines[].Source</c>.</param>
/// <param name="Reason">The problem and what to do: the second half of a sentence that begins with the path.</param>
/// <param name="Cause">The declaration that has to change, if it is only one.</param>
/// <param name="Context">The <c>JsonSerializerContext</c> that should cover the type, as generated code writes it.</param>
internal sealed record TypeProblem(string RuleId, string Path, string Reason, ISymbol? Cause, string? Context);
