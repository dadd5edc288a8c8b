using Xunit.Abstractions;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>A case as test runners show it: by its id, with what it says.</summary>
public sealed class CaseName : IXunitSerializable
{
    public string Id { get; set; } = "";

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Id), Id);

    public void Deserialize(IXunitSerializationInfo info) => Id = info.GetValue<string>(nameof(Id));

    public override string ToString() => $"{Id}: {ContractCase.All[Id].Says}";
}
