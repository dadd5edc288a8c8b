using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>A component's input.</summary>
/// <param name="Type">The type that the document binds to.</param>
/// <param name="Generated">The class to generate when the method's parameters are members of the input object, or <see langword="null"/>.</param>
/// <param name="Limits">The limits of the input as a whole, or <see langword="null"/>.</param>
internal sealed record InputModel(TypeUse Type, ObjectModel? Generated, LimitsModel? Limits = null);
