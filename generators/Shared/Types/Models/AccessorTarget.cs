namespace Agnt5.Shared;

/// <summary>A type as an unsafe accessor must name it. For a member of a generic type the accessor is in a class with the same type parameters.</summary>
/// <param name="DefinitionType">The declaring type in terms of its own type parameters: <c>global::App.Box&lt;T&gt;</c>.</param>
/// <param name="ValueType">The member's type in the same terms; empty for a constructor.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c>, or empty for a type that is not generic.</param>
/// <param name="Constraints">The constraints on the type parameters: <c>where T : class</c>.</param>
/// <param name="TypeArguments"><c>&lt;int&gt;</c>, or empty.</param>
/// <param name="IsValueType">Whether the declaring type is a struct, which is passed by reference.</param>
internal sealed record AccessorTarget(
    string DefinitionType, string ValueType, string TypeParameters, string Constraints, string TypeArguments, bool IsValueType);
