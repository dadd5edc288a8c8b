namespace Agnt5.Shared;

/// <summary>A type where it is used: as a member, an item, a parameter or a result.</summary>
/// <param name="Key">The <see cref="TypeModel.Key"/> of the type.</param>
/// <param name="CSharpName">The type as generated code writes it.</param>
/// <param name="IsNullable">Whether JSON <c>null</c> is a value of it. Types from code without nullable annotations are nullable.</param>
internal sealed record TypeUse(string Key, string CSharpName, bool IsNullable);
