namespace Agnt5.Shared;

/// <summary>A tuple that crosses the wire.</summary>
/// <param name="CSharpName">The type at run time, without the names of its elements.</param>
/// <param name="JsonNames">The elements' names in JSON.</param>
/// <param name="Path">Where it is, from the type that was explored.</param>
/// <param name="Owner">The method that uses it.</param>
internal sealed record WireTuple(string CSharpName, string JsonNames, string Path, string Owner)
{
    /// <summary>The tuple of a model, or <see langword="null"/> when the model is of another type or a <c>JsonSerializerContext</c> reads and writes it.</summary>
    public static WireTuple? Of(TypeModel? model, string path = "", string owner = "") =>
        model is ObjectModel { Metadata: not MetadataKind.None } members && members.CSharpName.StartsWith("global::System.ValueTuple<", StringComparison.Ordinal)
            ? new(members.CSharpName, string.Join(", ", members.Members.Select(static member => member.JsonName)), path, owner)
            : null;
}
