using Xunit.Abstractions;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>The name of a case in test runners: its id and its title.</summary>
public sealed class CaseName : IXunitSerializable
{
    public string Id { get; set; } = "";

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Id), Id);

    public void Deserialize(IXunitSerializationInfo info) => Id = info.GetValue<string>(nameof(Id));

    public override string ToString() => $"{Id}: {ContractCase.All[Id].Says}";
}
