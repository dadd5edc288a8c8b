using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>A step, signal, agent's answer or event.</summary>
/// <param name="Written">The type that is written, or <see langword="null"/> when it is only read.</param>
/// <param name="Answer">The type that a model's answer is read as, or <see langword="null"/> when no model is asked.</param>
/// <param name="Types">The types that the call puts on the wire.</param>
/// <param name="IsStep">Whether only the code that reads them back gets them.</param>
internal sealed record DurableCallModel(TypeUse? Written, TypeUse? Answer, EquatableArray<TypeModel> Types, bool IsStep)
{
    /// <summary>What rejects the type of the call. Nothing is generated for it.</summary>
    public LeftOut? LeftOut { get; init; }
}
