using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A read of a field or property that keeps its first value.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Location">Where.</param>
/// <param name="InLoop">Whether the delegate in it may be used more than once.</param>
/// <param name="Uses">The uses of the delegate in it, or <see langword="null"/> when it is no delegate.</param>
internal readonly record struct MemberRead(ISymbol Member, Location Location, bool InLoop = false, IReadOnlyList<DelegateUse>? Uses = null);
