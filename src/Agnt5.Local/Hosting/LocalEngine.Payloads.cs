using Agnt5.Local.Payloads;

namespace Agnt5.Local.Hosting;

internal sealed partial class LocalEngine
{
    /// <summary>Where uploaded outputs lie.</summary>
    public IPayloadStore Payloads => _settings.Payloads;
}
