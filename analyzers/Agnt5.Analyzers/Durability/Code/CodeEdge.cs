using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A call, or a delegate that may be called.</summary>
/// <param name="Target">The code that runs.</param>
/// <param name="InLoop">Whether it may run more than once for one run of the caller.</param>
/// <param name="Uses">The uses of the delegate, or <see langword="null"/> for a call.</param>
/// <param name="Unit">The code, if it is not the project's.</param>
internal readonly record struct CodeEdge(IMethodSymbol Target, bool InLoop, IReadOnlyList<DelegateUse>? Uses = null, CodeUnit? Unit = null);
