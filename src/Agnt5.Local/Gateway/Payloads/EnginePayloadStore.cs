using Agnt5.Local.Payloads;

namespace Agnt5.Local.Gateway.Payloads;

/// <summary>The engine's store of payloads: routes are mapped before the engine starts.</summary>
internal sealed class EnginePayloadStore(GatewayServer server) : IPayloadStore
{
    private IPayloadStore Store => server.Engine.Payloads;

    public bool TrySave(string name, SavedPayload payload) => Store.TrySave(name, payload);

    public SavedPayload? Find(string name) => Store.Find(name);

    public void Remove(string name) => Store.Remove(name);
}
