using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The types that generated code writes itself, without the serializer's metadata.</summary>
/// <param name="Objects">The objects that have a writer.</param>
/// <param name="Collections">The collections that are written outside of members too.</param>
internal sealed record WriterPlan(EquatableArray<WriterModel> Objects, EquatableArray<CollectionWriterModel> Collections);

/// <summary>A writer of objects.</summary>
/// <param name="CSharpName">The type as generated code writes it.</param>
/// <param name="Identifier">The type as part of the writer's name.</param>
/// <param name="SimpleName">The type's own name, for messages.</param>
internal sealed record WriterModel(string CSharpName, string Identifier, string SimpleName, bool IsValueType, EquatableArray<WrittenMember> Members);

/// <summary>A collection whose items generated code writes.</summary>
/// <param name="CSharpName">The collection as generated code writes it.</param>
internal sealed record CollectionWriterModel(string CSharpName, WrittenValue Item);

/// <param name="DeclaringType">The type that declares the member, if it is not the object's type.</param>
/// <param name="MustNotBeNull">Whether <see langword="null"/> is an error.</param>
internal sealed record WrittenMember(string Name, string JsonName, string? DeclaringType, bool MustNotBeNull, WrittenValue Value);

/// <summary>How a value is written.</summary>
internal abstract record WrittenValue;

/// <summary>A number, a text or a truth value, for which the JSON writer has a method.</summary>
/// <param name="Form">The method: <c>Number</c>, <c>String</c> or <c>Boolean</c>.</param>
internal sealed record WrittenScalar(string Form) : WrittenValue;

/// <summary>Such a value, or <see langword="null"/>.</summary>
internal sealed record WrittenNullable(string Form) : WrittenValue;

/// <summary>A value that its converter writes.</summary>
internal sealed record WrittenByConverter(string CSharpName) : WrittenValue;

/// <summary>An object that has a writer.</summary>
internal sealed record WrittenObject(string Identifier) : WrittenValue;

/// <summary>An array, or an object of any names.</summary>
internal sealed record WrittenItems(WrittenValue Item, bool IsDictionary) : WrittenValue;

/// <summary>A value that the serializer writes.</summary>
internal sealed record WrittenByMetadata(string CSharpName) : WrittenValue;
